import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillProduct, visitorToken } from '../../bench/data-set.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { appendVisitorLines } from '../conversation/store/send-many.ts'
import { onPool } from '../platform/statement.ts'
import type { Platform } from '../platform/work.ts'
import { countInbox, listInbox, readConversation } from './inbox.ts'
import { readThread } from './thread.ts'
import { listVisitorConversations, readVisitorThread, tokenHash } from './visitor-thread.ts'

const conversations = 30_000

let app: TestApp
let viewer: Viewer
let oneShop: Viewer
beforeAll(async () => {
  app = await testApp()
  const { staffId } = await app.owner.client.staff.getMe()
  const shop = { shopId: app.shopId, channelId: app.channelId }
  const place = { brandId: app.brandId, shops: [shop], staffIds: [staffId] }
  const { host, port, user, password, database } = app.platform.pool.options
  await fillProduct({ host, port, user, password: password as string, database }, place, {
    conversations,
    messagesEach: 3,
    open: 500,
    fresh: 10,
  })
  const grant = { permissions: ['conversation.read' as const], brandId: null, shopId: null, teamId: null }
  viewer = { staffId, name: 'Olive', language: 'en', grants: [grant] }
  oneShop = { ...viewer, grants: [{ ...grant, shopId: app.shopId }] }
}, 120_000)
afterAll(async () => {
  await app.close()
})

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** Runs a read and answers the plans of its statements, as they ran. */
async function plansOf(read: (platform: Platform) => Promise<unknown>): Promise<Plan[]> {
  const asked: { text: string; values: unknown[] }[] = []
  const pool = new Proxy(app.platform.pool, {
    get: (target, name) =>
      name === 'query'
        ? (query: { text: string; values: unknown[] }) => {
            asked.push(query)
            return target.query(query)
          }
        : Reflect.get(target, name),
  })
  await read({ ...app.platform, pool })
  const plans: Plan[] = []
  for (const { text, values } of asked) {
    const explained = await app.platform.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${text}`,
      values,
    )
    plans.push(...(explained.rows[0]?.['QUERY PLAN'].map((one) => one.Plan) ?? []))
  }
  return plans
}

function steps(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(steps)]
}

const large = ['conversation', 'message', 'customer', 'visitor']

const reads: [string, (platform: Platform) => Promise<unknown>][] = [
  ['the first page of all', (platform) => listInbox(platform, viewer, { view: 'all' })],
  ['the first page of the closed', (platform) => listInbox(platform, viewer, { view: 'closed' })],
  ['the queue', (platform) => listInbox(platform, viewer, { view: 'queue' })],
  ['the own ones', (platform) => listInbox(platform, viewer, { view: 'mine' })],
  ['the closed of a single shop', (platform) => listInbox(platform, oneShop, { view: 'closed' })],
  ['the counts', (platform) => countInbox(platform, viewer)],
  ['one conversation', (platform) => readConversation(platform, viewer, 20_000)],
  ['a thread', (platform) => readThread(platform, viewer, 20_000, {})],
  ["a visitor's talks", (platform) => listVisitorConversations(platform, visitorToken(1))],
  ['taking many messages at once', (platform) => sendMany(platform)],
]

function sendMany(platform: Platform) {
  const lines = Array.from({ length: 30 }, (_, n) => ({
    tokenHash: tokenHash(visitorToken(100 + n)),
    key: randomBytes(12).toString('hex'),
    text: 'Hello',
    hasFiles: false,
    language: 'en',
    now: platform.now(),
  }))
  return appendVisitorLines(onPool(platform), lines, platform.now())
}

test.each(reads)('%s is one statement that reads no large table as a whole', async (_name, read) => {
  const plans = await plansOf(read)
  expect(plans).toHaveLength(1)
  const all = plans.flatMap(steps)
  const whole = all.filter(
    (step) => step['Node Type'] === 'Seq Scan' && large.includes(step['Relation Name'] ?? ''),
  )
  expect(whole).toEqual([])
  const dropped = all.map((step) => step['Rows Removed by Filter'] ?? 0)
  expect(Math.max(...dropped)).toBeLessThan(1000)
})

test("a visitor's thread is one statement that reads no large table as a whole", async () => {
  const { conversations: own } = await listVisitorConversations(app.platform, visitorToken(2))
  const plans = await plansOf((platform) =>
    readVisitorThread(platform, visitorToken(2), own[0]?.id ?? '', {}),
  )
  const all = plans.flatMap(steps)
  expect(
    all.some((step) => step['Node Type'] === 'Seq Scan' && large.includes(step['Relation Name'] ?? '')),
  ).toBe(false)
})
