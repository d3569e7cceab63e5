import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let owner: Caller['client']
let otherBrandId: number
let ben: Caller & { staffId: number }
let cat: Caller & { staffId: number }

beforeAll(async () => {
  app = await testApp()
  owner = app.owner.client
  otherBrandId = (await owner.brand.createBrand({ body: { name: 'Harbour' } })).brandId
  ben = await app.staff('Ben', 'agent', { shopId: app.shopId })
  cat = await app.staff('Cat', 'agent', { brandId: app.brandId })
})
afterAll(() => app.close())

function keep(client: Caller['client'], shortcut: string, shared: boolean, brandId = app.brandId) {
  const text = { en: 'Hello {{customer.name}}' }
  return client.cannedReply.createCannedReply({ body: { brandId, shared, shortcut, text } })
}

async function shortcuts(client: Caller['client'], brandId?: number): Promise<string[]> {
  const { cannedReplies } = await client.cannedReply.listCannedReplies({ query: { brandId } })
  return cannedReplies.map((reply) => reply.shortcut)
}

test('own replies are seen and changed by their owner alone; two people may use the same short cut', async () => {
  const { cannedReplyId } = await keep(ben.client, 'hi', false)
  await keep(cat.client, 'hi', false)
  expect(await shortcuts(ben.client, app.brandId)).toContain('hi')
  const { cannedReplies } = await cat.client.cannedReply.listCannedReplies({ query: {} })
  expect(cannedReplies.filter((reply) => reply.shortcut === 'hi')).toMatchObject([{ ownerId: cat.staffId }])
  const params = { cannedReplyId }
  for (const other of [cat.client, owner]) {
    await expect(
      other.cannedReply.updateCannedReply({ params, body: { shortcut: 'x' } }),
    ).rejects.toMatchObject({ code: 'canned_reply_not_found' })
    await expect(other.cannedReply.deleteCannedReply({ params })).rejects.toMatchObject({
      code: 'canned_reply_not_found',
    })
  }
  await expect(keep(ben.client, 'HI', false)).rejects.toMatchObject({ code: 'shortcut_taken' })
})

test('sharing needs its permission; shared ones are seen in their brand and nowhere else', async () => {
  await expect(keep(ben.client, 'thanks', true)).rejects.toMatchObject({ code: 'sharing_not_allowed' })
  const { cannedReplyId } = await keep(owner, 'thanks', true)
  await keep(owner, 'harbour', true, otherBrandId)
  expect(await shortcuts(ben.client)).toContain('thanks')
  expect(await shortcuts(ben.client)).not.toContain('harbour')
  expect(await shortcuts(ben.client, otherBrandId)).toEqual([])
  await expect(keep(ben.client, 'x', false, otherBrandId)).rejects.toMatchObject({ code: 'brand_not_found' })
  await expect(ben.client.cannedReply.deleteCannedReply({ params: { cannedReplyId } })).rejects.toMatchObject(
    { code: 'sharing_not_allowed' },
  )
})

test('a trainer keeps shared ones without answering customers, and has no own ones', async () => {
  const trainer = await app.staff('Tao', 'trainer', { brandId: app.brandId })
  const { cannedReplyId } = await keep(trainer.client, 'taught', true)
  const params = { cannedReplyId }
  await trainer.client.cannedReply.updateCannedReply({ params, body: { shortcut: 'taught-well' } })
  expect(await shortcuts(ben.client, app.brandId)).toContain('taught-well')
  await expect(keep(trainer.client, 'mine', false)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(keep(trainer.client, 'there', true, otherBrandId)).rejects.toMatchObject({
    code: 'brand_not_found',
  })
  await trainer.client.cannedReply.deleteCannedReply({ params })
})

test('a new brand begins with topics and shared canned replies, as the first one did', async () => {
  const { topics } = await owner.topic.listTopics()
  const of = (brandId: number) =>
    topics.flatMap((topic) => (topic.brandId === brandId ? topic.name['zh-CN'] : []))
  expect(of(otherBrandId)).toContain('退货退款')
  expect(of(otherBrandId)).toEqual(of(app.brandId))
  expect(await shortcuts(owner, otherBrandId)).toEqual(expect.arrayContaining(['hello', 'return', 'bye']))
})

test('a short cut is letters, digits or Han without spaces', async () => {
  await keep(ben.client, '退货_2', false)
  await expect(keep(ben.client, 'two words', false)).rejects.toMatchObject({ code: 'input_invalid' })
})
