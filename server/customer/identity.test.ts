import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { system, transact } from '../platform/work.ts'
import { claimIdentity, fillProfile, findOrCreateByIdentity, type IdentifiedArrival } from './actions.ts'

let app: TestApp

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

function arrive(arrival: Partial<IdentifiedArrival>): Promise<number> {
  const { brandId, shopId } = app
  return transact(app.platform, system, (work) =>
    findOrCreateByIdentity(work, { brandId, shopId, kind: 'user', value: 'u-1', verified: true, ...arrival }),
  )
}

async function profile(customerId: number) {
  return app.owner.client.customer.getCustomer({ params: { customerId } })
}

test('a proved identity that arrives many times at once is one customer', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => arrive({ value: 'crowd', name: 'Crowd' })))
  expect(new Set(ids).size).toBe(1)
  const { customers } = await app.owner.client.customer.listCustomers({ query: { text: 'Crowd' } })
  expect(customers).toHaveLength(1)
})

test('the same number in two shops is two people; a proved mail address is one in the whole brand', async () => {
  const second = await app.owner.client.shop.createShop({
    body: { brandId: app.brandId, name: 'Garden', timeZone: 'UTC', languages: ['en'] },
  })
  const here = await arrive({ value: '7' })
  expect(await arrive({ value: '7', shopId: second.shopId })).not.toBe(here)
  const mail = await arrive({ kind: 'email', value: 'One@Shop.Example' })
  expect(await arrive({ kind: 'email', value: 'one@shop.example', shopId: second.shopId })).toBe(mail)
})

test('a claimed identity never leads to the customer of whom it is proved', async () => {
  const proved = await arrive({ kind: 'email', value: 'real@shop.example', name: 'Real' })
  const claimed = await arrive({ kind: 'email', value: 'real@shop.example', name: 'Fake', verified: false })
  expect(claimed).not.toBe(proved)
  expect((await profile(claimed)).identities).toMatchObject([{ value: 'real@shop.example', verified: false }])
  expect((await profile(proved)).perhapsSame).toMatchObject([{ customerId: claimed, name: 'Fake' }])
})

test('what a shop signs fills gaps in the profile and overwrites nothing; its mail address is a claim', async () => {
  const customerId = await arrive({ value: 'fills', name: 'Ann' })
  await arrive({ value: 'fills', name: 'Anna', phone: '138 0013 8000', email: 'ann@shop.example' })
  expect(await profile(customerId)).toMatchObject({
    name: 'Ann',
    phone: '13800138000',
    email: 'ann@shop.example',
  })
  const { identities } = await profile(customerId)
  expect(identities.filter((identity) => identity.verified).map((one) => one.kind)).toEqual(['user'])
})

test('claiming twice notes it once, and a proved identity stays proved', async () => {
  const customerId = await arrive({ kind: 'email', value: 'twice@shop.example' })
  for (let turn = 0; turn < 2; turn++) {
    await transact(app.platform, system, (work) =>
      claimIdentity(work, { customerId, kind: 'email', value: 'TWICE@shop.example' }),
    )
  }
  expect((await profile(customerId)).identities).toMatchObject([{ verified: true }])
})

test('a visitor replaces the address they claimed, but not the name a shop has signed', async () => {
  const fill = (customerId: number, details: { name?: string; email?: string }) =>
    transact(app.platform, system, (work) => fillProfile(work, customerId, details))
  const signed = await arrive({ value: 'signed', name: 'Signed Name' })
  await fill(signed, { name: 'Nick', email: 'wrng@shop.example' })
  await fill(signed, { email: 'right@shop.example' })
  const { name, email, identities } = await profile(signed)
  expect({ name, email }).toEqual({ name: 'Signed Name', email: 'right@shop.example' })
  expect(identities.map((identity) => identity.value)).toEqual(['signed', 'right@shop.example'])
})
