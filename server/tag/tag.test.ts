import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let owner: Caller['client']
let otherBrandId: number
let agent: Caller['client']

beforeAll(async () => {
  app = await testApp()
  owner = app.owner.client
  otherBrandId = (await owner.brand.createBrand({ body: { name: 'Harbour' } })).brandId
  agent = (await app.staff('Ben', 'agent', { shopId: app.shopId })).client
})
afterAll(() => app.close())

test('a tag of the same name is answered instead of made twice, also by many at once', async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, turn) =>
      (turn % 2 ? owner : agent).tag.createTag({
        body: { brandId: app.brandId, name: turn % 2 ? 'VIP' : 'vip' },
      }),
    ),
  )
  expect(new Set(made.map((tag) => tag.tagId)).size).toBe(1)
  const { tags } = await owner.tag.listTags()
  expect(tags.filter((tag) => tag.name.toLowerCase() === 'vip')).toHaveLength(1)
  const told = await app.platform.pool.query(`select 1 from event where name = 'tag.created'`)
  expect(told.rows).toHaveLength(1)
})

test('an agent of one shop tags within its brand, sees nothing of another, and manages no tags', async () => {
  const other = await owner.tag.createTag({ body: { brandId: otherBrandId, name: 'Theirs' } })
  expect((await agent.tag.listTags()).tags.map((tag) => tag.name)).not.toContain('Theirs')
  await expect(agent.tag.createTag({ body: { brandId: otherBrandId, name: 'X' } })).rejects.toMatchObject({
    code: 'brand_not_found',
  })
  await expect(agent.tag.deleteTag({ params: { tagId: other.tagId } })).rejects.toMatchObject({
    code: 'not_allowed',
  })
  const lead = (await app.staff('Sue', 'supervisor', { brandId: app.brandId })).client
  await expect(lead.tag.deleteTag({ params: { tagId: other.tagId } })).rejects.toMatchObject({
    code: 'tag_not_found',
  })
})

test('a deleted tag is gone from every customer', async () => {
  const { tagId } = await owner.tag.createTag({ body: { brandId: app.brandId, name: 'Passing' } })
  await app.visitor({ name: 'Li Lei' })
  const { customers } = await owner.customer.listCustomers({ query: { text: 'Li Lei' } })
  const customerId = customers[0]?.id ?? 0
  await owner.customer.setCustomerTags({ params: { customerId }, body: { tagIds: [tagId] } })
  expect((await owner.customer.getCustomer({ params: { customerId } })).tagIds).toEqual([tagId])
  await owner.tag.deleteTag({ params: { tagId } })
  expect((await owner.customer.getCustomer({ params: { customerId } })).tagIds).toEqual([])
})

test('a tag is not renamed to the name of another', async () => {
  const one = await owner.tag.createTag({ body: { brandId: app.brandId, name: 'One' } })
  await owner.tag.createTag({ body: { brandId: app.brandId, name: 'Two' } })
  await expect(
    owner.tag.updateTag({ params: { tagId: one.tagId }, body: { name: 'TWO' } }),
  ).rejects.toMatchObject({ code: 'tag_name_taken' })
})
