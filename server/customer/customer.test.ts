import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { system, transact } from '../platform/work.ts'
import { createAnonymousCustomer } from './actions.ts'

let app: TestApp
let owner: Caller['client']
let otherBrandId: number

beforeAll(async () => {
  app = await testApp()
  owner = app.owner.client
  otherBrandId = (await owner.brand.createBrand({ body: { name: 'Harbour' } })).brandId
})
afterAll(() => app.close())

function make(details: { brandId?: number; name?: string; email?: string; phone?: string }): Promise<number> {
  return transact(app.platform, system, (work) =>
    createAnonymousCustomer(work, { brandId: app.brandId, ...details }),
  )
}

async function found(text: string, client = owner): Promise<(string | null)[]> {
  const { customers } = await client.customer.listCustomers({ query: { text } })
  return customers.map((customer) => customer.name)
}

test('customers are found by the beginning of name, mail or phone, in any case', async () => {
  await make({ name: 'Han Meimei', email: 'Mei@Shop.Example', phone: '+86 138-0013-8000' })
  await make({ name: '韩梅梅', email: 'h_m@shop.example' })
  for (const text of ['han', 'HAN MEI', 'mei@', '+86 138', '86138 0013', ' Han ']) {
    expect(await found(text), text).toEqual(['Han Meimei'])
  }
  expect(await found('韩')).toEqual(['韩梅梅'])
  expect(await found('h_m')).toEqual(['韩梅梅'])
  for (const text of ['meimei', '%', '_', 'han%', '\\', '"']) expect(await found(text), text).toEqual([])
})

test('the list goes on from page to page, newest first, without gaps or repeats', async () => {
  for (let number = 1; number <= 60; number++) await make({ name: `Page ${number}` })
  const first = await owner.customer.listCustomers({ query: { text: 'page ' } })
  expect(first.customers).toHaveLength(50)
  const rest = await owner.customer.listCustomers({ query: { text: 'page ', before: first.next ?? '' } })
  expect(rest.next).toBeNull()
  expect([...first.customers, ...rest.customers].map((customer) => customer.name)).toEqual(
    Array.from({ length: 60 }, (_, index) => `Page ${60 - index}`),
  )
  await expect(owner.customer.listCustomers({ query: { before: 'x' } })).rejects.toMatchObject({
    code: 'cursor_invalid',
  })
})

test('a mail address that staff type is a claim, and the claim before it goes', async () => {
  const customerId = await make({ name: 'Lucy', email: 'lucy@old.example' })
  const params = { customerId }
  await owner.customer.updateCustomer({
    params,
    body: { email: 'Lucy@New.Example', phone: '(020) 7946 0000' },
  })
  const { identities, email, phone } = await owner.customer.getCustomer({ params })
  expect({ email, phone }).toEqual({ email: 'lucy@new.example', phone: '02079460000' })
  expect(identities.map(({ kind, value, verified }) => ({ kind, value, verified }))).toEqual([
    { kind: 'email', value: 'lucy@new.example', verified: false },
    { kind: 'phone', value: '02079460000', verified: false },
  ])
  await owner.customer.updateCustomer({ params, body: { email: null, phone: null } })
  expect((await owner.customer.getCustomer({ params })).identities).toEqual([])
  await expect(owner.customer.updateCustomer({ params, body: { phone: 'by pigeon' } })).rejects.toMatchObject(
    { code: 'input_invalid', faults: [{ path: 'body.phone', code: 'phone' }] },
  )
})

test('who shares an identity is shown as perhaps the same, within the brand and never linked', async () => {
  const one = await make({ name: 'Jim', email: 'jim@shop.example' })
  const two = await make({ name: 'James', email: 'JIM@shop.example' })
  await make({ brandId: otherBrandId, name: 'Jim of Harbour', email: 'jim@shop.example' })
  const { perhapsSame } = await owner.customer.getCustomer({ params: { customerId: one } })
  expect(perhapsSame).toEqual([{ customerId: two, name: 'James', kind: 'email', value: 'jim@shop.example' }])
})

test('own fields are checked against what they are, with all faults at once', async () => {
  const field = (key: string, kind: 'number' | 'choice' | 'date', choices: string[] = []) =>
    owner.customer.createCustomField({
      body: { brandId: app.brandId, key, name: { en: key }, kind, choices },
    })
  await field('size', 'number')
  await field('birthday', 'date')
  const level = await field('level', 'choice', ['gold', 'silver'])
  await expect(field('size', 'date')).rejects.toMatchObject({ code: 'custom_field_key_taken' })
  await expect(field('colour', 'choice')).rejects.toMatchObject({ code: 'input_invalid' })
  const params = { customerId: await make({ name: 'Kate' }) }
  const set = (fields: Record<string, string | number | null>) =>
    owner.customer.updateCustomer({ params, body: { fields } })

  const refused = await set({ size: 'large', level: 'bronze', unknown: 1 }).catch((error) => error)
  expect(refused.code).toBe('custom_field_invalid')
  expect(refused.faults.map((fault: { path: string }) => fault.path)).toEqual([
    'body.fields.size',
    'body.fields.level',
    'body.fields.unknown',
  ])
  await set({ size: 42, level: 'gold' })
  await set({ size: null, birthday: '2001-02-03' })
  expect((await owner.customer.getCustomer({ params })).fields).toEqual({
    level: 'gold',
    birthday: '2001-02-03',
  })
  await owner.customer.updateCustomField({ params: { fieldId: level.fieldId }, body: { archived: true } })
  await expect(set({ level: 'silver' })).rejects.toMatchObject({ code: 'custom_field_invalid' })
})

test('notes are written by anybody who may write, and deleted by their writer alone', async () => {
  const customerId = await make({ name: 'Tom' })
  const ada = (await app.staff('Ada', 'agent', { brandId: app.brandId })).client
  const { noteId } = await ada.customer.addCustomerNote({
    params: { customerId },
    body: { text: 'Likes tea' },
  })
  expect((await owner.customer.getCustomer({ params: { customerId } })).notes).toMatchObject([
    { id: noteId, staffName: 'Ada', text: 'Likes tea' },
  ])
  await expect(owner.customer.deleteCustomerNote({ params: { customerId, noteId } })).rejects.toMatchObject({
    code: 'note_not_found',
  })
  await ada.customer.deleteCustomerNote({ params: { customerId, noteId } })
  expect((await owner.customer.getCustomer({ params: { customerId } })).notes).toEqual([])
})

test('tags of another brand never reach a customer', async () => {
  const customerId = await make({ name: 'Ann' })
  const mine = await owner.tag.createTag({ body: { brandId: app.brandId, name: 'Mine' } })
  const theirs = await owner.tag.createTag({ body: { brandId: otherBrandId, name: 'Theirs' } })
  const set = (tagIds: number[]) =>
    owner.customer.setCustomerTags({ params: { customerId }, body: { tagIds } })
  await set([mine.tagId, mine.tagId])
  await expect(set([theirs.tagId])).rejects.toMatchObject({ code: 'tag_not_found' })
  const { customers } = await owner.customer.listCustomers({ query: { tagId: mine.tagId } })
  expect(customers).toMatchObject([{ id: customerId, tagIds: [mine.tagId] }])
  await set([])
  expect((await owner.customer.listCustomers({ query: { tagId: mine.tagId } })).customers).toEqual([])
})

test('a blocked customer is listed as such until unblocked', async () => {
  const customerId = await make({ name: 'Rude' })
  await owner.customer.blockCustomer({ params: { customerId }, body: { reason: 'Insults' } })
  const blocked = async () =>
    (await owner.customer.listCustomers({ query: { blocked: 'true' } })).customers.map((one) => one.id)
  expect(await blocked()).toEqual([customerId])
  await owner.customer.unblockCustomer({ params: { customerId } })
  expect(await blocked()).toEqual([])
})

test('no event tells a name, an address or a note', async () => {
  const customerId = await make({ name: 'Secretive', email: 'hidden@shop.example' })
  await owner.customer.addCustomerNote({ params: { customerId }, body: { text: 'Confidential' } })
  await owner.customer.updateCustomer({ params: { customerId }, body: { name: 'Secretive Too' } })
  const log = await app.platform.pool.query(`select data::text from event where name like 'customer.%'`)
  expect(JSON.stringify(log.rows)).not.toMatch(/Secretive|hidden@|Confidential/)
})
