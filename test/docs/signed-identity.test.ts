import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'

type Sign = (customer: object, key: { keyId: string; secret: string; channelKey: string }) => string

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

/** The sample as it stands on the page, run as the module that a shop would make of it. */
async function sampleOnPage(): Promise<Sign> {
  const page = readFileSync(join(import.meta.dirname, '../../docs/widget.md'), 'utf8')
  const code = /<!-- sample: node -->\n```js\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)
  return module.shopdeskIdentity
}

test('what the page tells shops to sign is accepted, and leads to one customer on every device', async () => {
  const sign = await sampleOnPage()
  const { keyId, secret } = await app.owner.client.shop.createIdentityKey({ params: { shopId: app.shopId } })
  const customer = { id: 4711, name: '林小雨', email: 'lin@customer.example' }
  const arrive = (key = { keyId, secret, channelKey: app.channelKey }) =>
    app.anybody().client.widget.createVisitor({
      params: { channelKey: app.channelKey },
      body: { identity: sign(customer, key) },
    })

  expect(await arrive()).toMatchObject({
    customerName: '林小雨',
    email: 'lin@customer.example',
    verified: true,
  })
  await arrive()
  const { customers } = await app.owner.client.customer.listCustomers({ query: {} })
  expect(customers.filter(({ name }) => name === '林小雨')).toHaveLength(1)
  await expect(arrive({ keyId, secret: 'guessed', channelKey: app.channelKey })).rejects.toMatchObject({
    code: 'identity_invalid',
  })
})
