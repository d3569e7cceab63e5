import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Founded } from '../../cli/wire/set-up.ts'
import { columnTypes } from '../../server/platform/postgres/column-types.ts'
import { startCluster } from '../cluster.ts'
import { capacity, fillAgents, fillTalks, finish, type Skilled } from '../floor-data.ts'
import type { Finding, Row } from '../row.ts'
import { found, startBenchServer } from '../stage.ts'

const size = { agents: 1000, waiting: 50_000 }
const causes = 500
const causesPerSecond = 50
const barMs = 50
/** What one process says to the others after a commit. */
const poke = `select pg_notify('shopdesk_bus', '{"from":"bench","poke":true}')`

/** From the commit of what frees an agent to the commit of what they are given. */
export const assignmentDelay: Row = {
  name: 'assignment',
  needs: 'nothing',
  measure: () => withFloor(measureDelay),
}

/** How fast a backlog goes to agents who finish what they have. */
export const assignmentBacklog: Row = {
  name: 'backlog',
  needs: 'nothing',
  measure: () => withFloor(measureBacklog),
}

interface Floor {
  readonly acting: pg.Client
  readonly watching: pg.Client
  readonly staffIds: readonly number[]
  readonly owner: Founded['owner']
}

async function withFloor(measure: (floor: Floor) => Promise<Finding>): Promise<Finding> {
  const cluster = await startCluster()
  const database = await cluster.createDatabase('floor')
  const nodeOptions = process.env.BENCH_FLOOR_NODE_OPTIONS ?? ''
  const server = await startBenchServer(database, nodeOptions)
  const clients = [0, 1].map(() => new pg.Client({ ...database, types: columnTypes }))
  try {
    const founded = await found(server)
    for (const client of clients) await client.connect()
    const [acting, watching] = clients
    if (!acting || !watching) throw new Error('There are two.')
    const skilled = await fillAgents(acting, founded.brandId, size.agents)
    await askForSkills(founded, skilled)
    await fillTalks(acting, founded, size)
    const { rows } = await acting.query<{ id: number }>(
      `select id from staff where auth_user_id like 'floor-%' order by id`,
    )
    await until(
      async () => (await count(acting, 'select count(*)::int as n from queue_entry')) >= size.waiting,
    )
    await acting.query('vacuum analyze')
    return await measure({ acting, watching, staffIds: rows.map((row) => row.id), owner: founded.owner })
  } finally {
    for (const client of clients) await client.end().catch(() => {})
    await server.remove()
    await cluster.remove()
  }
}

/** Each topic asks for a skill of its own. */
async function askForSkills({ owner, brandId }: Founded, { topicIds, skillIds }: Skilled): Promise<void> {
  const rules = topicIds.map((topicId, n) => ({
    name: `Topic ${n + 1}`,
    when: { topicIds: [topicId] },
    skills: [{ skillId: skillIds[n] ?? 0, level: 2 }],
  }))
  await owner.client.assignment.putAssignmentPolicy({
    params: { brandId },
    body: { version: 0, policy: { rules } },
  })
}

async function measureDelay({ acting, watching, staffIds, owner }: Floor): Promise<Finding> {
  await acting.query(
    'create table bare_insert (id bigint generated always as identity primary key, text text)',
  )
  const causedAt = new Map<number, number>()
  const givenAt = new Map<number, number>()
  const bare: number[] = []
  let seen = await count(watching, 'select coalesce(max(id), 0)::int as n from assignment')
  let over = false
  const watch = async () => {
    while (!over) {
      const { rows } = await watching.query<{ id: number; staff_id: number }>({
        name: 'watch',
        text: 'select id, staff_id from assignment where id > $1 order by id',
        values: [seen],
      })
      const now = performance.now()
      for (const row of rows) {
        seen = row.id
        givenAt.set(row.staff_id, now)
      }
      await pause(2)
    }
  }
  const watcher = watch().catch(() => {})
  const cause = async (staffId: number) => {
    const before = performance.now()
    await acting.query({
      name: 'bare',
      text: 'insert into bare_insert (text) values ($1)',
      values: ['x'.repeat(300)],
    })
    bare.push(performance.now() - before)
    const { rows } = await acting.query<{ id: number }>({
      name: 'in_hand',
      text: `select id from conversation where assignee_id = $1 and state = 'in_service' order by id limit 1`,
      values: [staffId],
    })
    const params = { conversationId: rows[0]?.id ?? 0 }
    await owner.client.conversation.resolveConversation({
      params,
      body: { topicId: null, outcome: 'solved' },
    })
    causedAt.set(staffId, performance.now())
  }
  const start = performance.now()
  const under: Promise<void>[] = []
  for (let n = 0; n < causes; n++) {
    await pause(Math.max(0, start + (n * 1000) / causesPerSecond - performance.now()))
    under.push(cause(staffIds[n % staffIds.length] ?? 0))
  }
  await Promise.all(under)
  await until(async () => givenAt.size >= causes).catch(() => {})
  over = true
  await watcher
  // Where it was given before the answer to its cause was here, that is no time at all.
  const delays = [...causedAt].map(([staffId, at]) => Math.max(0, (givenAt.get(staffId) ?? Infinity) - at))
  const [p99, p50, bareP99] = [quantile(delays, 0.99), quantile(delays, 0.5), quantile(bare, 0.99)]
  const ratio = p99 / bareP99
  return {
    name: 'assignment',
    what: `cause to assignment, ${size.waiting} waiting, ${size.agents} agents, ${causesPerSecond} causes/s`,
    bar: `p99 <= ${barMs} ms and <= 5 x a bare insert's p99`,
    measured: `p99 ${p99.toFixed(1)} ms, median ${p50.toFixed(1)} ms (bare insert p99 ${bareP99.toFixed(1)} ms)`,
    ratio,
    met: p99 <= barMs && ratio <= 5,
  }
}

async function measureBacklog({ acting, watching, staffIds }: Floor): Promise<Finding> {
  const before = await count(watching, 'select count(*)::int as n from assignment')
  const start = performance.now()
  let left = size.waiting
  while (left > 0) {
    for (let from = 0; from < staffIds.length; from += 100) {
      await finish(acting, staffIds.slice(from, from + 100), capacity)
      await acting.query(poke)
    }
    left = await count(watching, 'select count(*)::int as n from (select from queue_entry limit 1) q')
  }
  const seconds = (performance.now() - start) / 1000
  const decided = (await count(watching, 'select count(*)::int as n from assignment')) - before
  const rate = decided / seconds
  return {
    name: 'backlog',
    what: `a backlog of ${size.waiting} as ${size.agents} agents free up`,
    bar: '>= 1000 decisions/s',
    measured: `${rate.toFixed(0)}/s (${decided} in ${seconds.toFixed(1)} s)`,
    ratio: null,
    met: rate >= 1000,
  }
}

async function count(client: pg.Client, text: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(text)
  return rows[0]?.n ?? 0
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 120_000
  while (!(await done())) {
    if (performance.now() > end) throw new Error('This takes too long.')
    await pause(50)
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
