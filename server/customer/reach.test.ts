import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let owner: Caller['client']
const customers: Record<'first' | 'second' | 'harbour', number> = { first: 0, second: 0, harbour: 0 }
let firstShop: Caller['client']
let lantern: Caller['client']
let inspector: Caller['client']

const place = { timeZone: 'Asia/Shanghai', languages: ['zh-CN'] }

beforeAll(async () => {
  app = await testApp()
  owner = app.owner.client
  const { brandId } = await owner.brand.createBrand({ body: { name: 'Harbour' } })
  const second = await owner.shop.createShop({ body: { brandId: app.brandId, name: 'Garden', ...place } })
  const harbour = await owner.shop.createShop({ body: { brandId, name: 'Tea', ...place } })
  customers.first = await writes('Lily', app.channelId, 'first')
  customers.second = await writes('Rose', second.channelId, 'second')
  customers.harbour = await writes('Iris', harbour.channelId, 'third')
  firstShop = (await app.staff('Ben', 'supervisor', { shopId: app.shopId })).client
  lantern = (await app.staff('Ada', 'supervisor', { brandId: app.brandId })).client
  inspector = (await app.staff('Ivy', 'inspector', { brandId: app.brandId })).client
})
afterAll(() => app.close())

/** A visitor who writes on a channel; answers their customer. */
async function writes(name: string, channelId: number, key: string): Promise<number> {
  const { channels } = await owner.channel.listChannels()
  const channel = channels.find((one) => one.id === channelId)
  const visitor = await app.visitor({
    channelKey: channel?.key ?? '',
    name,
    email: `${key}@shared.example`,
  })
  await visitor.client.widget.sendMessage({ body: { key: `key-of-${key}`, text: `Hello from ${name}` } })
  const { customers } = await owner.customer.listCustomers({ query: { text: name } })
  return customers[0]?.id ?? 0
}

async function names(client: Caller['client'], query = {}): Promise<(string | null)[]> {
  return (await client.customer.listCustomers({ query })).customers.map((customer) => customer.name)
}

test('a role over a brand lists its customers, a role over a shop those who wrote there', async () => {
  expect(await names(owner)).toEqual(['Iris', 'Rose', 'Lily'])
  expect(await names(lantern)).toEqual(['Rose', 'Lily'])
  expect(await names(firstShop)).toEqual(['Lily'])
  const { brands } = await owner.brand.listBrands()
  const harbour = brands.find((brand) => brand.name === 'Harbour')?.id
  expect(await names(lantern, { brandId: harbour })).toEqual([])
})

test('no endpoint answers about a customer out of reach', async () => {
  const outside: [Caller['client'], number][] = [
    [lantern, customers.harbour],
    [firstShop, customers.second],
    [firstShop, customers.harbour],
  ]
  for (const [{ customer }, customerId] of outside) {
    const params = { customerId }
    const calls = [
      customer.getCustomer({ params }),
      customer.getTimeline({ params, query: {} }),
      customer.updateCustomer({ params, body: { name: 'X' } }),
      customer.setCustomerTags({ params, body: { tagIds: [] } }),
      customer.addCustomerNote({ params, body: { text: 'X' } }),
      customer.deleteCustomerNote({ params: { ...params, noteId: 1 } }),
      customer.blockCustomer({ params, body: { reason: 'X' } }),
      customer.unblockCustomer({ params }),
    ]
    for (const answer of await Promise.allSettled<unknown>(calls)) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'customer_not_found' } })
    }
  }
})

test('who may read but not write changes nothing', async () => {
  const params = { customerId: customers.first }
  expect((await inspector.customer.getCustomer({ params })).name).toBe('Lily')
  await expect(inspector.customer.updateCustomer({ params, body: { name: 'X' } })).rejects.toMatchObject({
    code: 'not_allowed',
  })
})

test('the timeline and the count show only conversations within reach', async () => {
  const params = { customerId: customers.first }
  const timeline = await firstShop.customer.getTimeline({ params, query: {} })
  expect(timeline).toMatchObject({
    more: false,
    conversations: [{ shopId: app.shopId, state: 'queued', preview: 'Hello from Lily' }],
  })
  expect((await firstShop.customer.getCustomer({ params })).conversations).toBe(1)
})

test('custom fields of another brand are neither seen nor changed', async () => {
  const { brands } = await owner.brand.listBrands()
  const brandId = brands.find((brand) => brand.name === 'Harbour')?.id ?? 0
  const body = { brandId, key: 'grade', name: { en: 'Grade' }, kind: 'text' as const }
  const { fieldId } = await owner.customer.createCustomField({ body })
  const admin = (await app.staff('Al', 'administrator', { brandId: app.brandId })).client
  expect((await admin.customer.listCustomFields()).fields).toEqual([])
  await expect(
    admin.customer.updateCustomField({ params: { fieldId }, body: { archived: true } }),
  ).rejects.toMatchObject({ code: 'custom_field_not_found' })
  await expect(admin.customer.createCustomField({ body })).rejects.toMatchObject({ code: 'brand_not_found' })
})
