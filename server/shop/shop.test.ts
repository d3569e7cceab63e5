import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let owner: Caller['client']
let otherBrandId: number
let otherShopId: number
let onlyA: Caller['client']
let onlyShop: Caller['client']

const shop = { timeZone: 'Asia/Shanghai', languages: ['zh-CN'] }

beforeAll(async () => {
  app = await testApp()
  owner = app.owner.client
  otherBrandId = (await owner.brand.createBrand({ body: { name: 'Harbour' } })).brandId
  otherShopId = (
    await owner.shop.createShop({ body: { brandId: otherBrandId, name: 'Harbour Tea', ...shop } })
  ).shopId
  onlyA = (await app.staff('Ada', 'administrator', { brandId: app.brandId })).client
  onlyShop = (await app.staff('Ben', 'administrator', { shopId: app.shopId })).client
})
afterAll(() => app.close())

test('the owner sees every brand, others only those in which they hold a role', async () => {
  const names = async (client: Caller['client']) =>
    (await client.brand.listBrands()).brands.map((brand) => brand.name)
  expect(await names(owner)).toEqual(['Harbour', 'Lantern'])
  expect(await names(onlyA)).toEqual(['Lantern'])
  expect(await names(onlyShop)).toEqual(['Lantern'])
})

test('a role over one brand shows none of the shops and channels of another', async () => {
  for (const client of [onlyA, onlyShop]) {
    expect((await client.shop.listShops()).shops.map((one) => one.name)).toEqual(['Lantern Home'])
    const { channels } = await client.channel.listChannels()
    expect(channels.map((channel) => channel.shopId)).toEqual([app.shopId])
  }
})

test('a role over a team shows the brand that the team serves, or all for a team of all brands', async () => {
  const brands = async (name: string, brandId: number | null) => {
    const { teamId } = await owner.team.createTeam({ body: { brandId, name } })
    const { client } = await app.staff(name, 'agent', { teamId })
    const { shops } = await client.shop.listShops()
    const seen = (await client.brand.listBrands()).brands.map((brand) => brand.name)
    return { seen, shops: shops.map((one) => one.name) }
  }
  expect(await brands('Tess', otherBrandId)).toEqual({ seen: ['Harbour'], shops: ['Harbour Tea'] })
  expect((await brands('Theo', null)).seen).toEqual(['Harbour', 'Lantern'])
})

test('a role over one brand changes nothing of another, and learns nothing of it', async () => {
  const { channels } = await owner.channel.listChannels()
  const theirs = channels.find((channel) => channel.shopId === otherShopId)?.id ?? 0
  await expect(
    onlyA.brand.updateBrand({ params: { brandId: otherBrandId }, body: { name: 'X' } }),
  ).rejects.toMatchObject({ code: 'brand_not_found' })
  await expect(
    onlyA.shop.createShop({ body: { brandId: otherBrandId, name: 'X', ...shop } }),
  ).rejects.toMatchObject({ code: 'brand_not_found' })
  await expect(
    onlyA.shop.updateShop({ params: { shopId: otherShopId }, body: { name: 'X' } }),
  ).rejects.toMatchObject({ code: 'shop_not_found' })
  await expect(onlyA.shop.listIdentityKeys({ params: { shopId: otherShopId } })).rejects.toMatchObject({
    code: 'shop_not_found',
  })
  await expect(
    onlyA.channel.createChannel({ body: { shopId: otherShopId, kind: 'webchat', name: 'X' } }),
  ).rejects.toMatchObject({ code: 'shop_not_found' })
  await expect(
    onlyA.channel.updateChannel({ params: { channelId: theirs }, body: { archived: true } }),
  ).rejects.toMatchObject({ code: 'channel_not_found' })
})

test('only somebody without limits makes brands, and a role over a shop makes no second one', async () => {
  await expect(onlyA.brand.createBrand({ body: { name: 'Mine' } })).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await expect(
    onlyShop.shop.createShop({ body: { brandId: app.brandId, name: 'Second', ...shop } }),
  ).rejects.toMatchObject({ code: 'not_allowed' })
})

test('a brand is archived once its shops are, and its shops stay closed as long as it is', async () => {
  const { brandId } = await owner.brand.createBrand({ body: { name: 'Old Mill' } })
  const { shopId } = await owner.shop.createShop({ body: { brandId, name: 'Mill', ...shop } })
  const archiveBrand = () => owner.brand.updateBrand({ params: { brandId }, body: { archived: true } })
  await expect(archiveBrand()).rejects.toMatchObject({ code: 'brand_in_use' })
  await owner.shop.updateShop({ params: { shopId }, body: { archived: true } })
  await archiveBrand()
  await expect(
    owner.shop.updateShop({ params: { shopId }, body: { archived: false } }),
  ).rejects.toMatchObject({ code: 'brand_not_found' })
  await expect(owner.shop.createShop({ body: { brandId, name: 'New', ...shop } })).rejects.toMatchObject({
    code: 'brand_not_found',
  })
})

test('a brand that is archived while a shop is opened is either open or without that shop', async () => {
  for (let round = 0; round < 5; round++) {
    const { brandId } = await owner.brand.createBrand({ body: { name: `Race ${round}` } })
    await Promise.allSettled([
      owner.brand.updateBrand({ params: { brandId }, body: { archived: true } }),
      owner.shop.createShop({ body: { brandId, name: 'Late', ...shop } }),
    ])
    const archived = (await owner.brand.listBrands()).brands.find((one) => one.id === brandId)?.archived
    const shops = (await owner.shop.listShops()).shops.filter((one) => one.brandId === brandId)
    expect(shops).toHaveLength(archived ? 0 : 1)
  }
})

test('names are taken within their brand or shop, without regard to case', async () => {
  await expect(owner.brand.createBrand({ body: { name: 'LANTERN' } })).rejects.toMatchObject({
    code: 'brand_name_taken',
  })
  await expect(
    owner.shop.createShop({ body: { brandId: app.brandId, name: 'lantern home', ...shop } }),
  ).rejects.toMatchObject({ code: 'shop_name_taken' })
  await owner.channel.createChannel({ body: { shopId: app.shopId, kind: 'webchat', name: 'Help' } })
  await expect(
    owner.channel.createChannel({ body: { shopId: app.shopId, kind: 'webchat', name: 'HELP' } }),
  ).rejects.toMatchObject({ code: 'channel_name_taken' })
})

test('all that is wrong with a shop is told at once', async () => {
  const body = { brandId: app.brandId, name: ' ', timeZone: 'Mars/Base', languages: [], colour: 'red' }
  const refused = await owner.shop.createShop({ body }).catch((error) => error)
  expect(refused).toMatchObject({ code: 'input_invalid' })
  expect(refused.faults.map((fault: { path: string }) => fault.path).sort()).toEqual([
    'body.colour',
    'body.languages',
    'body.name',
    'body.timeZone',
  ])
})

test('a new shop has a channel with settings and a script tag that loads the widget', async () => {
  const { channels } = await owner.channel.listChannels()
  const first = channels.find((channel) => channel.id === app.channelId)
  expect(first?.settings).toMatchObject({ side: 'right', uploads: true, recallSeconds: 120 })
  expect(first?.widgetTag).toBe(
    `<script async src="${app.url}/widget.js" data-channel="${app.channelKey}"></script>`,
  )
})

test('settings stored before a setting existed get its default', async () => {
  await app.platform.pool.query(`update channel set settings = '{"side":"left"}' where id = $1`, [
    app.channelId,
  ])
  const { channels } = await onlyA.channel.listChannels()
  expect(channels.find((one) => one.id === app.channelId)?.settings).toMatchObject({
    side: 'left',
    askName: 'no',
    uploads: true,
  })
})

test('the secret of a signing key is shown once, and repeating the call makes another key', async () => {
  const params = { shopId: app.shopId }
  const idempotencyKey = 'same-key-twice'
  const first = await owner.shop.createIdentityKey({ params, idempotencyKey })
  const second = await owner.shop.createIdentityKey({ params, idempotencyKey })
  expect(Buffer.from(first.secret, 'base64url')).toHaveLength(32)
  expect(second.secret).not.toBe(first.secret)
  const { keys } = await owner.shop.listIdentityKeys({ params })
  expect(keys.map((key) => key.id)).toEqual([second.id, first.id])
  expect(JSON.stringify(keys)).not.toContain(first.secret)
  const kept = await app.platform.pool.query('select reply::text from idempotency')
  expect(JSON.stringify(kept.rows)).not.toContain(first.secret)
})

test('a key is retired in its own shop only', async () => {
  const { id } = await owner.shop.createIdentityKey({ params: { shopId: app.shopId } })
  await expect(
    owner.shop.retireIdentityKey({ params: { shopId: otherShopId, identityKeyId: id } }),
  ).rejects.toMatchObject({ code: 'identity_key_not_found' })
  await owner.shop.retireIdentityKey({ params: { shopId: app.shopId, identityKeyId: id } })
  const { keys } = await owner.shop.listIdentityKeys({ params: { shopId: app.shopId } })
  expect(keys.find((key) => key.id === id)?.retiredAt).not.toBeNull()
})
