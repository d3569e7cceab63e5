import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillProduct, visitorToken } from '../../bench/data-set.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { appendVisitorLines } from '../conversation/store/send-many.ts'
import { onPool } from '../platform/statement.ts'
import type { Platform } from '../platform/work.ts'
import { readFloor } from './floor.ts'
import { listFloorTalks } from './floor-talks.ts'
import { readFloorToday } from './floor-today.ts'
import { countInbox, listInbox, readConversation } from './inbox.ts'
import { readMyDay } from './my-day.ts'
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
  await fillPastWork()
  const permissions = ['conversation.read' as const, 'floor.read' as const]
  const grant = { permissions, brandId: null, shopId: null, teamId: null }
  viewer = { staffId, name: 'Olive', language: 'en', grants: [grant] }
  oneShop = { ...viewer, grants: [{ ...grant, shopId: app.shopId }] }
}, 120_000)
afterAll(async () => {
  await app.close()
})

/** What settled, ended and rated work of half a year leaves in the tables of clocks, promises and assignment. */
async function fillPastWork(): Promise<void> {
  const { pool } = app.platform
  const past = `from conversation c where c.state = 'ended'`
  const policy = await pool.query<{ id: number }>(
    `insert into clock_policy (brand_id, name, position, created_at) values ($1, 'All', 1, now()) returning id`,
    [app.brandId],
  )
  await pool.query(
    `insert into clock (brand_id, conversation_id, kind, stage, policy_id, policy_version, target_ms, started_at,
       breached_at, ended_at)
     select c.brand_id, c.id, 'round', 'met', $1, 1, 180000, c.started_at,
       case when c.id % 4 = 0 then c.started_at + interval '3 min' end, c.ended_at ${past}`,
    [policy.rows[0]?.id],
  )
  await pool.query(
    `insert into promise (brand_id, conversation_id, customer_id, staff_id, kind, what, due_at, state, settled_at, made_at)
     select c.brand_id, c.id, c.customer_id, c.assignee_id, 'call', 'Call back', c.ended_at, 'kept', c.ended_at,
       c.started_at ${past} and c.assignee_id is not null`,
  )
  await pool.query(
    `insert into assignment (brand_id, conversation_id, staff_id, how, reason, queued_at, decided_at, ended_at)
     select c.brand_id, c.id, c.assignee_id, 'take', '{}', c.started_at, c.started_at, c.ended_at
     ${past} and c.assignee_id is not null`,
  )
  await pool.query(
    `insert into rating (brand_id, conversation_id, shop_id, customer_id, invited_at, expires_at, resolved_at, score,
       rated_at, credited_staff_id, credited_replies, all_replies, credit_tied)
     select c.brand_id, c.id, c.shop_id, c.customer_id, c.ended_at, c.ended_at + interval '3 d', c.ended_at, 5,
       c.ended_at + interval '1 h', c.assignee_id, 1, 1, false ${past}`,
  )
  await pool.query('vacuum analyze clock, promise, assignment, rating')
}

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

const large = ['conversation', 'message', 'customer', 'visitor', 'clock', 'promise', 'assignment', 'rating']

const reads: [string, (platform: Platform) => Promise<unknown>][] = [
  ['the first page of all', (platform) => listInbox(platform, viewer, { view: 'all' })],
  ['the first page of the closed', (platform) => listInbox(platform, viewer, { view: 'closed' })],
  ['the queue', (platform) => listInbox(platform, viewer, { view: 'queue' })],
  ['the own ones', (platform) => listInbox(platform, viewer, { view: 'mine' })],
  ['the closed of a single shop', (platform) => listInbox(platform, oneShop, { view: 'closed' })],
  ['the counts', (platform) => countInbox(platform, viewer)],
  ['one conversation', (platform) => readConversation(platform, viewer, 20_000)],
  ['a thread', (platform) => readThread(platform, viewer, 20_000, {})],
  ["the floor's figures of today", (platform) => readFloorToday(platform, viewer, {})],
  ['what an agent has in hand', (platform) => listFloorTalks(platform, viewer, { staffId: viewer.staffId })],
  [
    'what waits in a queue',
    (platform) => listFloorTalks(platform, viewer, { shopId: app.shopId, teamId: 0 }),
  ],
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

const boards: [string, number, (platform: Platform) => Promise<unknown>][] = [
  ['the floor', 3, (platform) => readFloor(platform, viewer, {})],
  ['the floor of a single shop', 3, (platform) => readFloor(platform, oneShop, { shopId: app.shopId })],
  ["an agent's day", 4, (platform) => readMyDay(platform, viewer)],
]

test.each(boards)(
  '%s is a few statements that read no large table as a whole',
  async (_name, count, read) => {
    const plans = await plansOf(read)
    expect(plans).toHaveLength(count)
    const whole = plans
      .flatMap(steps)
      .filter((step) => step['Node Type'] === 'Seq Scan' && large.includes(step['Relation Name'] ?? ''))
    expect(whole).toEqual([])
  },
)

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
