import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../../test/support/browser.ts'
import { openStaffApp, password, type StaffApp } from '../../test/support/staff-app.ts'
import { cannedReplyRoutes } from '../canned-reply/routes.ts'
import { shopRoutes } from '../shop/routes.ts'
import { staffRoutes } from '../staff/routes.ts'
import { topicRoutes } from '../topic/routes.ts'
import { ensureSetupToken } from './actions.ts'
import { installationRoutes } from './routes.ts'

let desk: StaffApp
beforeEach(async () => {
  desk = await openStaffApp([installationRoutes, staffRoutes, shopRoutes, topicRoutes, cannedReplyRoutes])
})
afterEach(() => desk.close())

const printed = async () => (await ensureSetupToken(desk.platform))?.token ?? ''

const answers = (token: string, email = 'lin@desk.example') => ({
  body: {
    token,
    owner: { name: 'Lin', email, password, language: 'zh-CN' as const },
    brand: { name: 'Willow' },
    shop: { name: 'Willow Home', timeZone: 'Asia/Shanghai', languages: ['zh-CN', 'en'] },
  },
})

test('the printed address makes the owner, who is signed in and finds a shop ready to use', async () => {
  const { client } = openBrowser(desk.app)
  expect(await client.installation.getInstallation()).toMatchObject({ ready: false, mail: false })
  const made = await client.installation.setUp(answers(await printed()))
  expect(made.widgetTag).toContain(made.channelKey)
  expect(await client.installation.getInstallation()).toMatchObject({ ready: true })

  const me = await client.staff.getMe()
  expect(me).toMatchObject({ name: 'Lin', language: 'zh-CN' })
  expect(me.grants[0]).toMatchObject({ brandId: null, shopId: null, teamId: null })
  expect(me.grants[0]?.permissions).toContain('installation.manage')
  expect((await client.shop.listShops()).shops).toMatchObject([
    { id: made.shopId, timeZone: 'Asia/Shanghai' },
  ])
  const { topics } = await client.topic.listTopics()
  expect(new Set(topics.map((topic) => topic.stage))).toHaveLength(4)
  expect(topics.filter((topic) => topic.parentId !== null)).toHaveLength(20)
  const { cannedReplies } = await client.cannedReply.listCannedReplies({ query: {} })
  expect(cannedReplies.map((reply) => Object.keys(reply.text).sort())).toEqual(Array(8).fill(['en', 'zh-CN']))
})

test('a made-up token opens nothing, and the right one opens once', async () => {
  const { client } = openBrowser(desk.app)
  const token = await printed()
  await expect(client.installation.setUp(answers('x'.repeat(43)))).rejects.toMatchObject({
    code: 'setup_token_wrong',
  })
  await client.installation.setUp(answers(token))
  const again = client.installation.setUp(answers(token, 'other@desk.example'))
  await expect(again).rejects.toMatchObject({ code: 'setup_done' })
  expect(await ensureSetupToken(desk.platform)).toBeNull()
})

test('two processes print an address each, and both are good', async () => {
  const [first] = [await printed(), await printed()]
  const { client } = openBrowser(desk.app)
  await expect(client.installation.setUp(answers(first))).resolves.toBeDefined()
})

test('of two people who set up at the same moment one wins, and nothing is made twice', async () => {
  const token = await printed()
  const outcomes = await Promise.allSettled(
    ['lin@desk.example', 'mei@desk.example'].map((email) =>
      openBrowser(desk.app).client.installation.setUp(answers(token, email)),
    ),
  )
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'setup_done' })
  const count = async (table: 'staff' | 'brand' | 'shop') =>
    (await desk.platform.kysely.selectFrom(table).select('id').execute()).length
  expect([await count('staff'), await count('brand'), await count('shop')]).toEqual([1, 1, 1])
})

test('neither the token nor the password is kept in the open', async () => {
  const token = await printed()
  await openBrowser(desk.app).client.installation.setUp({ ...answers(token), idempotencyKey: 'set-up-once' })
  const { rows } = await desk.platform.pool.query(
    `select (select json_agg(i) from idempotency i)::text as replies, (select json_agg(e) from event e)::text as log,
      (select json_agg(t) from graphile_worker._private_jobs t)::text as jobs`,
  )
  const kept = JSON.stringify(rows)
  expect(kept).toContain('installation.set_up')
  expect(kept).not.toContain(token)
  expect(kept).not.toContain(password)
})
