import type { PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClockView } from '../../domain/clock/endpoints.ts'
import type { ClockFact } from '../../domain/clock/fold.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { readOnce } from '../platform/event-log/reader.ts'
import { system, transact } from '../platform/work.ts'
import { followFacts } from './actions/follow.ts'
import { sweepClocks } from './actions/sweep.ts'
import { clockReader } from './readers.ts'

/** Others' work on this machine may hold the log up for a moment. */
const soon = { timeout: 10_000 }

let app: TestApp
let ann: Caller & { staffId: number }
let lead: Caller & { staffId: number }
/** How far the server's time is ahead, in milliseconds. */
let ahead = 0
let counter = 0

beforeAll(async () => {
  app = await testApp({ now: () => new Date(Date.now() + ahead) })
  ann = await app.staff('Ann', 'agent')
  lead = await app.staff('Lena', 'duty_lead')
})
afterAll(() => app.close())

const key = () => `key-number-${++counter}`

interface Talk {
  readonly id: number
  ask(text?: string): Promise<unknown>
}

/** A customer who has just written, with the clocks that follow from it. */
async function talk(): Promise<Talk> {
  const visitor = await app.visitor()
  const ask = (text = 'Where is my parcel?') =>
    visitor.client.widget.sendMessage({ body: { key: key(), text } })
  await ask()
  const { rows } = await app.platform.pool.query('select max(id)::int as id from conversation')
  const { id } = rows[0]
  await expect.poll(() => open(id), soon).toEqual(['first_response running', 'resolution running'])
  return { id, ask }
}

const answer = (conversationId: number, text = 'It arrives tomorrow.') =>
  ann.client.message.reply({ params: { conversationId }, body: { key: key(), text } })

async function clocks(conversationId: number): Promise<ClockView[]> {
  return (await app.owner.client.clock.listClocks({ params: { conversationId } })).clocks
}

async function open(conversationId: number): Promise<string[]> {
  const all = await clocks(conversationId)
  return all
    .filter((clock) => clock.endedAt === null)
    .map((clock) => `${clock.kind} ${clock.stage}`)
    .toSorted()
}

async function events(conversationId: number): Promise<string[]> {
  const { rows } = await app.platform.pool.query(
    `select name, data->>'kind' as kind from event
     where name in ('clock.warned', 'clock.breached') and (data->>'conversationId')::bigint = $1 order by id`,
    [conversationId],
  )
  return rows.map((row) => `${row.name} ${row.kind}`)
}

/** Moves the server's time, and lets clocks see what is due. */
async function later(seconds: number): Promise<void> {
  ahead += seconds * 1000
  while (await readOnce(app.platform, clockReader));
  await sweepClocks(app.platform)
}

test('a customer who waits has a deadline in every list, which ends with the answer', async () => {
  const { id } = await talk()
  const row = await ann.client.conversation.getConversation({ params: { conversationId: id } })
  const started = Date.parse(row.startedAt)
  expect(row).toMatchObject({
    dueKind: 'first_response',
    dueAt: new Date(started + 300_000).toISOString(),
    warnAt: new Date(started + 100_000).toISOString(),
  })
  expect(
    (await ann.client.clock.listDue({ query: { list: 'due' } })).conversations.map((one) => one.id),
  ).toContain(id)
  await answer(id)
  await expect.poll(() => open(id), soon).toEqual(['resolution paused'])
  const [, first] = (await clocks(id)).toSorted((a, b) => a.kind.localeCompare(b.kind) * -1)
  expect(first).toMatchObject({
    kind: 'first_response',
    stage: 'met',
    staffId: ann.staffId,
    breachedAt: null,
  })
  expect(await ann.client.conversation.getConversation({ params: { conversationId: id } })).toMatchObject({
    dueAt: null,
    dueKind: null,
  })
})

test('"one moment" starts the answer clock; the answer ends it', async () => {
  const { id, ask } = await talk()
  await answer(id, '稍等，我帮您查一下')
  await expect.poll(() => open(id), soon).toEqual(['holding running', 'resolution running'])
  await answer(id, '明天送到。')
  await expect.poll(() => open(id), soon).toEqual(['resolution paused'])
  await ask('谢谢，那发票呢？')
  await expect.poll(() => open(id), soon).toEqual(['resolution running', 'round running'])
})

test('a wait turns into a warning, then into a breach, and tells those who can help, once each', async () => {
  const { id } = await talk()
  await later(101)
  await expect.poll(() => events(id), soon).toEqual(['clock.warned first_response'])
  await Promise.all([later(200), sweepClocks(app.platform), sweepClocks(app.platform)])
  await expect
    .poll(() => events(id))
    .toEqual(['clock.warned first_response', 'clock.breached first_response'])
  expect(await open(id)).toEqual(['first_response breached', 'resolution running'])
  const { notices } = await lead.client.notice.listNotices({ query: {} })
  const about = notices.filter((notice) => notice.conversationId === id).map((notice) => notice.kind)
  expect(about.toSorted()).toEqual(['clock_breached', 'clock_warned'])
  const overdue = await ann.client.clock.listDue({ query: { list: 'overdue' } })
  expect(overdue.conversations.map((one) => one.id)).toContain(id)
  await answer(id)
  await expect.poll(() => open(id), soon).toEqual(['resolution paused'])
  const met = (await clocks(id)).find((clock) => clock.kind === 'first_response')
  expect(met).toMatchObject({ stage: 'met' })
  expect(met?.breachedAt).not.toBeNull()
})

test('what fell due while the server was down is found at once, and time that jumps back warns nobody twice', async () => {
  const talks = [await talk(), await talk(), await talk()]
  await later(3600)
  for (const { id } of talks) {
    await expect
      .poll(() => events(id))
      .toEqual(['clock.warned first_response', 'clock.breached first_response'])
  }
  await later(-3600)
  await later(3600)
  for (const { id } of talks) expect(await events(id)).toHaveLength(2)
})

test('an answer that came before the deadline breaks nothing, however late the clocks learn of it', async () => {
  const { id } = await talk()
  await answer(id)
  // The server's time is far ahead when the sweep looks, the answer perhaps not read yet.
  ahead += 3_600_000
  await sweepClocks(app.platform)
  await expect.poll(() => open(id), soon).toEqual(['resolution paused'])
  expect(await events(id)).toEqual([])
})

test('an answer after the deadline is late even when nobody had looked in between', async () => {
  const { id } = await talk()
  ahead += 400_000
  await answer(id)
  await expect.poll(() => events(id), soon).toContain('clock.breached first_response')
  expect((await clocks(id)).find((clock) => clock.kind === 'first_response')?.breachedAt).not.toBeNull()
})

test('a changed policy holds from then on; a clock that runs keeps its own and says so', async () => {
  const { client } = app.owner
  const { policies } = await client.clock.listPolicies()
  const policy = policies.find((one) => one.brandId === app.brandId)
  if (!policy) throw new Error('a new brand has no policy')
  const before = await talk()
  const { targets } = policy.definition
  const definition = { ...policy.definition, targets: { ...targets, first_response: { seconds: 60 } } }
  const params = { policyId: policy.id }
  expect(await client.clock.updatePolicy({ params, body: { definition } })).toEqual({
    version: policy.version + 1,
  })
  const after = await talk()
  const explained = async (id: number) => {
    const clock = (await clocks(id)).find((one) => one.kind === 'first_response')
    return client.clock.explainClock({ params: { clockId: clock?.id ?? 0 } })
  }
  expect(await explained(before.id)).toMatchObject({
    target: { seconds: 300 },
    policy: { version: policy.version, changedSince: true },
    steps: [{ what: 'warning', done: false }, { what: 'escalation' }, { what: 'breach' }, {}, {}],
  })
  const now = await explained(after.id)
  expect(now).toMatchObject({ target: { seconds: 60 }, policy: { changedSince: false }, calendar: null })
  expect(Date.parse(now.dueAt ?? '') - Date.parse(now.startedAt)).toBe(60_000)
  await client.clock.updatePolicy({ params, body: { definition: policy.definition } })
})

test('the steps of a policy raise the priority and put the conversation back into the queue', async () => {
  const { client } = app.owner
  const definition = {
    match: { shopIds: [app.shopId] },
    targets: {
      first_response: { seconds: 300 },
      round: { seconds: 30 },
      holding: null,
      resolution: { seconds: 9000 },
    },
    escalation: (['raise_priority', 'requeue', 'add_supervisor'] as const).map((action) => ({
      kinds: ['round' as const],
      from: 'breach' as const,
      afterSeconds: 0,
      action,
    })),
  }
  const { policyId } = await client.clock.createPolicy({
    body: { brandId: app.brandId, name: 'Strict', definition },
  })
  const { id, ask } = await talk()
  await answer(id)
  await expect.poll(() => open(id), soon).toEqual(['resolution paused'])
  await ask()
  await expect.poll(() => open(id), soon).toEqual(['resolution running', 'round running'])
  await later(31)
  const read = () => ann.client.conversation.getConversation({ params: { conversationId: id } })
  await expect.poll(read, soon).toMatchObject({ priority: 1, state: 'queued', assigneeId: null })
  const { messages } = await ann.client.message.listMessages({ params: { conversationId: id }, query: {} })
  const steps = messages.filter((line) => line.kind === 'step').map((line) => line.text)
  expect(steps.slice(-3).toSorted()).toEqual(['priority_raised', 'requeued_overdue', 'supervisor_added'])
  await client.clock.updatePolicy({ params: { policyId }, body: { archived: true } })
})

test('messages into conversations whose clocks run already cost one query, however many they are', async () => {
  const talks = [await talk(), await talk()]
  let queries = 0
  const counted = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => {
      queries++
      return node
    },
    transformResult: async ({ result }: PluginTransformResultArgs) => result,
  }
  const fact = (at: number): ClockFact => ({ what: 'customer_wrote', at, seq: at, waits: true })
  const facts = Array.from({ length: 250 }, (_, n) => fact(n + 2))
  await transact(app.platform, system, (work) =>
    followFacts(
      { ...work, tx: work.tx.withPlugin(counted) },
      talks.map(({ id }) => ({ conversationId: id, facts })),
    ),
  )
  expect(queries).toBe(1)
  for (const { id } of talks) expect(await clocks(id)).toHaveLength(2)
})
