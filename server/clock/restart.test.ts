import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller } from '../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/cluster.ts'
import { makeDataDir, removeDataDir, silent } from '../../test/support/throw-away.ts'
import { readConfig } from '../platform/config.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'
import { type Running, startOn } from '../start.ts'

const soon = { timeout: 20_000 }
const dataDir = makeDataDir()

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await prepareJobs(database.pool)
})
afterAll(async () => {
  await database.drop()
  await removeDataDir(dataDir)
})

/** A server process on the database; its time is so many milliseconds ahead. */
function start(ahead: number): Promise<Running> {
  const config = { ...readConfig({}), port: 0, host: '127.0.0.1', dataDir, buildScreens: false }
  const now = () => new Date(Date.now() + ahead)
  return startOn({ ...database, close: async () => {} }, config, silent, { checkReplies: true, now })
}

async function told(): Promise<string[]> {
  const { rows } = await database.pool.query(
    `select name || ' ' || (data->>'kind') as told from event where name in ('clock.warned', 'clock.breached') order by id`,
  )
  return rows.map((row) => row.told)
}

test('what falls due while the server is down is found by the next ones as they start, once between them', async () => {
  const first = await start(0)
  const { client, headers } = caller(`http://127.0.0.1:${first.port}`)
  const { channelKey } = await client.installation.setUp({
    body: {
      token: first.setupToken ?? '',
      owner: { name: 'Olive', email: 'olive@desk.example', password: 'long enough to pass', language: 'en' },
      brand: { name: 'Lantern' },
      shop: { name: 'Lantern Home', timeZone: 'Asia/Shanghai', languages: ['en'] },
    },
  })
  const { token } = await client.widget.createVisitor({ params: { channelKey }, body: {} })
  headers.authorization = `Bearer ${token}`
  await client.widget.sendMessage({ body: { key: 'before-the-fall', text: 'Anybody there?' } })
  const running = async () =>
    (await database.pool.query('select from clock where next_at is not null')).rowCount
  await expect.poll(running, soon).toBe(2)
  await first.stop()
  expect(await told()).toEqual([])

  const next = await Promise.all([start(3_600_000), start(3_600_000)])
  await expect.poll(told, soon).toEqual(['clock.warned first_response', 'clock.breached first_response'])
  await Promise.all(next.map((server) => server.stop()))
  expect(await told()).toHaveLength(2)
})
