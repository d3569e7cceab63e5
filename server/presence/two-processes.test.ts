import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionGraceMs, leaseMs } from '../../domain/presence/state.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { testCluster } from '../../test/support/cluster.ts'
import { listenAsStaff } from '../../test/support/socket.ts'
import { silent } from '../../test/support/throw-away.ts'
import { connectDatabase } from '../platform/postgres/database.ts'
import { type Running, startOn } from '../start.ts'
import { connect, keepConnected, putUnconnectedOffline } from './actions/connection.ts'

let app: TestApp
/** A second process on the same database. */
let second: Running
let moment = Date.now()
let ada: Caller & { staffId: number }

beforeAll(async () => {
  const now = () => new Date(moment)
  app = await testApp({ now })
  const { rows } = await app.platform.pool.query<{ name: string }>('select current_database() as name')
  const place = { ...(await testCluster()), database: rows[0]?.name ?? '' }
  const database = await connectDatabase(place, 8, silent, async () => {})
  second = await startOn(database, { ...app.config, port: 0 }, silent, { checkReplies: true, now })
  ada = await app.staff('Ada', 'agent', { brandId: app.brandId })
})
afterAll(async () => {
  await second.stop()
  await app.close()
})

const now = async () => (await ada.client.presence.getMyPresence()).presence
const held = async () =>
  (await app.platform.pool.query('select process_id from presence_lease where staff_id = $1', [ada.staffId]))
    .rows.length

test('one process crashes: who is connected to the other stays, until that one is gone, too', async () => {
  const here = await listenAsStaff(app.url, ada)
  await listenAsStaff(`http://127.0.0.1:${second.port}`, ada)
  await Promise.all([app, second].map(({ live }) => live.attendance.told()))
  expect(await held()).toBe(2)
  await ada.client.presence.setMyPresence({ body: { state: 'online' } })

  // It renews nothing any more and says nothing either: a crash.
  await second.live.attendance.stop()
  moment += leaseMs
  await keepConnected(app.platform, [ada.staffId])
  moment += connectionGraceMs
  await keepConnected(app.platform, [ada.staffId])
  expect(await putUnconnectedOffline(app.platform)).toBe(0)
  expect(await now()).toMatchObject({ state: 'online', connected: true })

  await here.leave()
  await expect.poll(async () => (await now()).connected).toBe(false)
  moment += connectionGraceMs
  expect(await putUnconnectedOffline(app.platform)).toBe(1)
  expect((await now()).state).toBe('offline')
})

test('whatever races, the history has one open stretch, no gap and no overlap', async () => {
  const lead = await app.staff('Lena', 'duty_lead', { brandId: app.brandId })
  const params = { staffId: ada.staffId }
  const { kinds } = await ada.client.presence.listBreakKinds()
  const breakKindId = kinds[0]?.id ?? 0
  const own = (state: 'online' | 'paused' | 'offline') =>
    ada.client.presence.setMyPresence({ body: { state } })
  for (let round = 0; round < 12; round++) {
    // Now and then the clock jumps, in both directions.
    moment += round % 5 === 3 ? -30_000 : leaseMs + connectionGraceMs
    await Promise.allSettled([
      own('online'),
      own('paused'),
      ada.client.presence.setMyPresence({ body: { state: 'break', breakKindId } }),
      lead.client.presence.setPresence({ params, body: { state: 'paused' } }),
      connect(app.platform, ada.staffId),
      connect(second.platform, ada.staffId),
      putUnconnectedOffline(app.platform),
      putUnconnectedOffline(second.platform),
      own('offline'),
    ])
  }
  const { rows } = await app.platform.pool.query(
    `select h.id, h.started_at, h.ended_at, h.state, p.state as now,
       lead(h.started_at) over (order by h.id) as next
     from presence_period h join presence p using (staff_id) where staff_id = $1 order by h.id`,
    [ada.staffId],
  )
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.filter((row) => row.ended_at === null)).toHaveLength(1)
  expect(rows.at(-1)).toMatchObject({ ended_at: null, state: rows.at(-1)?.now })
  for (const row of rows.slice(0, -1)) {
    expect(row.ended_at).toEqual(row.next)
    expect(row.ended_at >= row.started_at).toBe(true)
  }
})
