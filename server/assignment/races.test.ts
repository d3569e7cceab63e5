import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { testCluster } from '../../test/support/cluster.ts'
import { setPresence } from '../../test/support/presence.ts'
import { silent } from '../../test/support/throw-away.ts'
import { connectDatabase } from '../platform/postgres/database.ts'
import { type Running, startOn } from '../start.ts'
import { planOnce } from './actions/planning.ts'

type Agent = Caller & { staffId: number }

let app: TestApp
let second: Running
const agents: Agent[] = []

beforeAll(async () => {
  app = await testApp()
  const { rows } = await app.platform.pool.query<{ name: string }>('select current_database() as name')
  const connection = { ...(await testCluster()), database: rows[0]?.name ?? '' }
  const connected = await connectDatabase(connection, 12, silent, async () => {})
  second = await startOn(connected, app.config, silent, { checkReplies: true, now: () => new Date() })
  for (const name of ['Ann', 'Bob', 'Cleo', 'Dan']) agents.push(await app.staff(name, 'agent'))
}, 60_000)
afterAll(async () => {
  await second.stop()
  await app.close()
})

/** What stands in the rows, counted anew. */
async function recount() {
  const { rows } = await app.platform.pool.query<{
    staff_id: number
    used: number
    capacity: number
    counted: number
    waiting: number
  }>(`
    select p.staff_id, p.used, p.capacity, coalesce(sum(case
      when c.state = 'in_service' then h.units
      when c.state in ('waiting_customer', 'waiting_inside') then h.waiting_units else 0 end), 0) as counted,
      (select count(*)::int from conversation w where w.state = 'queued') as waiting
    from presence p
    left join conversation c on c.assignee_id = p.staff_id
    left join channel h on h.id = c.channel_id
    group by p.staff_id order by p.staff_id`)
  return rows
}

let key = 0
const write = async (visitor: Caller) => {
  key++
  await visitor.client.widget.sendMessage({
    body: { key: `race-key-${key}`, text: 'Hello, is anybody there?' },
  })
}

/** Something that staff or customers do; whatever the server refuses, because somebody was faster, is fine. */
function happenings(visitors: readonly Caller[]): (() => Promise<unknown>)[] {
  let turn = 0
  const next = <T>(list: readonly T[]): T => {
    turn = (turn * 31 + 7) % 10_007
    return list[turn % list.length] as T
  }
  const inHand = async (agent: Agent) => {
    const { conversations } = await agent.client.conversation.listConversations({ query: { view: 'mine' } })
    return next(conversations.length > 0 ? conversations.map((one) => one.id) : [0])
  }
  const staffDoes = (what: (agent: Agent, conversationId: number) => Promise<unknown>) => async () => {
    const agent = next(agents)
    return what(agent, await inHand(agent))
  }
  const resolve = staffDoes((agent, conversationId) =>
    agent.client.conversation.resolveConversation({
      params: { conversationId },
      body: { topicId: null, outcome: 'solved' },
    }),
  )
  return [
    () => write(next(visitors)),
    () => write(next(visitors)),
    resolve,
    resolve,
    staffDoes((agent, conversationId) =>
      agent.client.message.reply({
        params: { conversationId },
        body: { key: `race-reply-${++key}`, text: 'Yes.' },
      }),
    ),
    staffDoes((agent, conversationId) =>
      agent.client.conversation.releaseConversation({ params: { conversationId } }),
    ),
    staffDoes((agent, conversationId) =>
      agent.client.conversation.handOver({
        params: { conversationId },
        body: { staffId: next(agents).staffId, reason: 'race' },
      }),
    ),
    () => next(agents).client.assignment.takeNext(),
    () =>
      setPresence(app, next(agents).staffId, {
        state: next(['online', 'online', 'paused', 'offline'] as const),
      }),
    // Two planners at once, whatever the lock says.
    () => Promise.all([planOnce(app.platform), planOnce(second.platform)]),
    crashedClaim,
  ]
}

/** A planner that dies in the middle of its transaction: its connection is cut while it holds the rows. */
async function crashedClaim(): Promise<void> {
  const client = await app.platform.pool.connect()
  client.on('error', () => {})
  await client.query('begin')
  await client.query(
    `select from conversation where state = 'queued' order by id limit 3 for update skip locked`,
  )
  await client.query(
    `update conversation set state = 'in_service', assignee_id = $1 where id in (
    select id from conversation where state = 'queued' order by id limit 1 for update skip locked)`,
    [agents[0]?.staffId],
  )
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await app.platform.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  client.release(true)
}

test('two processes, people and crashes at once: loads are right, and at rest nobody idles while somebody waits', async () => {
  for (const { staffId } of agents) await setPresence(app, staffId, { state: 'online', capacity: 3 })
  const visitors: Caller[] = []
  for (let n = 0; n < 24; n++) visitors.push(await app.visitor())
  const can = happenings(visitors)
  let step = 0
  const person = async () => {
    while (step < 1_200) await (can[++step % can.length]?.() ?? Promise.resolve()).catch(() => {})
  }
  await Promise.all(Array.from({ length: 6 }, person))
  for (const row of await recount()) expect(row.used).toBe(row.counted)

  // At rest: everybody is there, and what waits is only what does not fit.
  for (const { staffId } of agents) await setPresence(app, staffId, { state: 'online' })
  await app.platform.pool.query(`update queue_entry set returned_until = null, returned_from = '{}'`)
  const settled = async () => {
    const rows = (await recount()).filter((row) => agents.some((one) => one.staffId === row.staff_id))
    const idle = rows.some((row) => row.capacity - row.used >= 1)
    return (rows[0]?.waiting ?? 0) === 0 || !idle
  }
  await expect.poll(settled, { timeout: 20_000 }).toBe(true)

  const { rows } = await app.platform.pool.query(`
    select
      (select count(*)::int from assignment where how = 'auto' and (reason ->> 'rule' is null
        or reason ->> 'eligible' is null)) as unreasoned,
      (select count(*)::int from conversation c where c.state in ('in_service', 'waiting_inside')
        and c.assignee_id is null) as ownerless,
      (select count(*)::int from conversation c where c.state = 'queued' and c.assignee_id is not null) as owned`)
  expect(rows).toEqual([{ unreasoned: 0, ownerless: 0, owned: 0 }])
  for (const row of await recount()) expect(row.used).toBe(row.counted)
}, 120_000)

test('what is given by itself never exceeds capacity, however many plan at once', async () => {
  // Everybody starts empty; only the planner gives, as fast as customers come and people finish.
  await app.platform.pool.query(
    `update conversation set state = 'ended', ended_at = now(), assignee_id = null where state <> 'ended'`,
  )
  for (const { staffId } of agents) await setPresence(app, staffId, { state: 'online', capacity: 2 })
  const most = new Map<number, number>()
  let over = false
  const watch = async () => {
    while (!over && !app.platform.pool.ended) {
      for (const row of await recount()) {
        most.set(row.staff_id, Math.max(most.get(row.staff_id) ?? 0, row.counted))
      }
    }
  }
  const watcher = watch()
  const visitors: Caller[] = []
  for (let n = 0; n < 30; n++) visitors.push(await app.visitor())
  await Promise.all(
    visitors.map(async (visitor, n) => {
      await write(visitor)
      if (n % 3 === 0) await Promise.all([planOnce(app.platform), planOnce(second.platform)])
    }),
  )
  await expect
    .poll(async () => (await recount()).filter((row) => row.used === 2).length, { timeout: 20_000 })
    .toBe(agents.length)
  over = true
  await watcher
  for (const { staffId } of agents) expect(most.get(staffId)).toBeLessThanOrEqual(2)
}, 60_000)

test('another process plans when the one that did stops', async () => {
  await app.platform.pool.query(
    `update conversation set state = 'ended', ended_at = now(), assignee_id = null where state <> 'ended'`,
  )
  // Whoever holds the lock loses it, as when its process dies.
  await app.platform.pool.query(`
    select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and objid = (hashtext('assignment.planner')::bigint & 4294967295)::oid and granted`)
  const visitor = await app.visitor()
  await write(visitor)
  const given = async () =>
    (await recount())
      .filter((row) => agents.some((one) => one.staffId === row.staff_id))
      .some((row) => row.used > 0)
  await expect.poll(given, { timeout: 10_000 }).toBe(true)
}, 30_000)
