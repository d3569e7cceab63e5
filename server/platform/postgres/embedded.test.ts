import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OwnCluster, ownCluster } from '../../../test/support/cluster.ts'
import { makeDataDir, removeDataDir } from '../../../test/support/throw-away.ts'
import { findPlace } from './place.ts'

/** Whoever runs the tests; as root also an ordinary user, because the two live in different places. */
const users: { name: string; ids: { uid?: number; gid?: number } }[] = [{ name: 'the current user', ids: {} }]
if (process.getuid?.() === 0) users.push({ name: 'an ordinary user', ids: { uid: 1, gid: 1 } })

const program = join(import.meta.dirname, '../../../test/support/database-owner.ts')

interface Owner {
  process: ChildProcess
  /** What it said first: ready, or why not. */
  started: { ready?: true; failed?: string }
  query(sql: string): Promise<{ rows?: Record<string, unknown>[]; failed?: string }>
  /** Ends it in order. */
  end(): Promise<void>
}

describe.each(users)('as $name', ({ ids }) => {
  let dataDir: string
  const running: ChildProcess[] = []

  async function start(): Promise<Owner> {
    const child = spawn(process.execPath, [program, dataDir], { ...ids, stdio: ['pipe', 'pipe', 'inherit'] })
    running.push(child)
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const answer = async () => JSON.parse((await lines.next()).value ?? '{}')
    return {
      process: child,
      started: await answer(),
      query: (sql) => {
        child.stdin.write(`${sql}\n`)
        return answer()
      },
      end: async () => {
        child.stdin.end()
        await once(child, 'exit')
      },
    }
  }

  async function kill(owner: Owner): Promise<void> {
    owner.process.kill('SIGKILL')
    await once(owner.process, 'exit')
  }

  beforeEach(() => {
    dataDir = makeDataDir()
    if (ids.uid !== undefined && ids.gid !== undefined) chownSync(dataDir, ids.uid, ids.gid)
  })
  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.stdin?.end()
      await once(child, 'exit')
    }
    if (ids.uid === undefined) await removeDataDir(dataDir)
    else rmSync(dataDir, { recursive: true })
  })

  test('what was committed is there after a stop and a start, and a second start takes moments', async () => {
    const first = await start()
    expect(first.started).toEqual({ ready: true })
    await first.query(`create table kept as select '退款'::text as word`)
    await first.end()
    const before = performance.now()
    const second = await start()
    // What is promised of a second start of the whole Shopdesk; it takes half a second on a quiet machine.
    expect(performance.now() - before).toBeLessThan(3000)
    expect(await second.query('select word from kept')).toEqual({ rows: [{ word: '退款' }] })
  })

  test('a second process on the same folder is refused with a sentence, and the first works on', async () => {
    const first = await start()
    const second = await start()
    expect(second.started.failed).toContain(
      `Another Shopdesk (process ${first.process.pid}) is using ${dataDir}.`,
    )
    expect(await first.query('select 1 as one')).toEqual({ rows: [{ one: 1 }] })
  })

  test('after the owner is killed the next start takes over, with the data intact', async () => {
    const first = await start()
    await first.query('create table kept as select 7 as number')
    const orphan = await first.query(`select pg_postmaster_start_time()::text as since`)
    await kill(first)
    const second = await start()
    expect(await second.query('select number from kept')).toEqual({ rows: [{ number: 7 }] })
    expect(await second.query(`select pg_postmaster_start_time()::text as since`)).not.toEqual(orphan)
  })

  test('after a power cut it starts, even when another program got the number of the old process', async () => {
    const first = await start()
    await first.query('create table kept as select 7 as number')
    await kill(first)
    const home = ids.uid === undefined ? findPlace(dataDir).home : join(dataDir, 'postgres')
    const note = join(home, 'data', 'postmaster.pid')
    const text = readFileSync(note, 'utf8')
    process.kill(Number(text.split('\n')[0]), 'SIGKILL')
    const { uid, gid } = statSync(join(home, 'data'))
    const other = spawn('sleep', ['60'], { uid, gid })
    writeFileSync(note, text.replace(/^\d+/, String(other.pid)))
    const second = await start()
    expect(await second.query('select number from kept')).toEqual({ rows: [{ number: 7 }] })
    other.kill()
    await once(other, 'exit')
    expect(other.signalCode).toBe('SIGTERM')
  })

  test('nothing is reached by network, and durability is on', async () => {
    const owner = await start()
    const settings = `select name, setting from pg_settings
      where name in ('listen_addresses', 'fsync', 'synchronous_commit', 'full_page_writes') order by 1`
    expect(await owner.query(settings.replaceAll('\n', ' '))).toEqual({
      rows: [
        { name: 'fsync', setting: 'on' },
        { name: 'full_page_writes', setting: 'on' },
        { name: 'listen_addresses', setting: '' },
        { name: 'synchronous_commit', setting: 'on' },
      ],
    })
  })
})

describe('when PostgreSQL itself is killed', () => {
  let cluster: OwnCluster
  beforeEach(() => {
    cluster = ownCluster()
  })
  afterEach(() => cluster.remove())

  test('it comes back by itself, and the same pool finds everything that was committed', async () => {
    const database = await cluster.open()
    await database.pool.query('create table kept (id bigint)')
    await database.pool.query('insert into kept select generate_series(1, 1000)')
    cluster.crash()
    const count = () =>
      database.pool.query('select count(*) as kept from kept').then(
        ({ rows }) => rows[0].kept,
        (error) => error.code,
      )
    await expect.poll(count, { timeout: 15_000 }).toBe(1000)
    await database.close()
  })

  test('a stop while it is coming back still stops it', async () => {
    const database = await cluster.open()
    cluster.crash()
    await database.close()
    const again = await cluster.open()
    expect((await again.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await again.close()
  })

  test('a wrong password is refused', async () => {
    const database = await cluster.open()
    const stranger = new pg.Client({ ...database.connection, password: 'guess' })
    await expect(stranger.connect()).rejects.toThrow(/password authentication failed/)
    await database.close()
  })

  test('a first start that was cut short is made anew', async () => {
    mkdirSync(join(findPlace(cluster.config.dataDir).home, 'data.new', 'half'), { recursive: true })
    const database = await cluster.open()
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
  })
})
