import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { LoggedEvent } from '../../../domain/event.ts'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { system, transact, type Work } from '../work.ts'
import { appendEvent } from './append.ts'
import { readOnce } from './reader.ts'

let app: TestApp
let name: string
let counter = 0
beforeAll(async () => {
  app = await testApp()
  await app.platform.pool.query(
    'create table applied (reader text, tag_id int, at bigint generated always as identity)',
  )
})
afterAll(() => app.close())
beforeEach(() => {
  name = `test-${++counter}`
})

/** Writes down each event of a tag that it applies. */
function scribe(options: { breaks?: (event: LoggedEvent) => boolean } = {}) {
  return {
    name,
    prepare: async (events: readonly LoggedEvent[]) => events.filter((event) => event.name === 'tag.changed'),
    apply: async (work: Work, events: LoggedEvent[]) => {
      for (const event of events) {
        await sql`insert into applied (reader, tag_id) values (${name}, ${event.data.tagId})`.execute(work.tx)
        if (options.breaks?.(event)) throw new Error('the reader breaks')
      }
    },
  }
}

const happen = (tagId: number) =>
  transact(app.platform, system, (work) =>
    appendEvent(work, { name: 'tag.changed', brandId: app.brandId, data: { tagId }, audience: [] }),
  )

async function readAll(reader = scribe()): Promise<void> {
  while (await readOnce(app.platform, reader));
}

async function applied(): Promise<number[]> {
  const { rows } = await app.platform.pool.query('select tag_id from applied where reader = $1 order by at', [
    name,
  ])
  return rows.map((row) => row.tag_id)
}

/** Reads until that is what was applied: others' transactions on this machine may hold the log up for a moment. */
async function readUntil(expected: readonly number[]): Promise<void> {
  const read = async () => {
    await readAll()
    return applied()
  }
  await expect.poll(read, { timeout: 10_000 }).toEqual(expected)
}

/** What a new reader has applied of all that happened before. */
async function caughtUp(): Promise<number[]> {
  const { rows } = await app.platform.pool.query(
    `select (data->>'tagId')::int as tag_id from event where name = 'tag.changed' order by epoch, xact, id`,
  )
  const all = rows.map((row) => row.tag_id)
  await readUntil(all)
  return all
}

/** A transaction that stays open, with an event in it. */
async function openTransaction(tagId: number) {
  const client = await app.platform.pool.connect()
  await client.query('begin')
  await client.query(
    `insert into event (epoch, name, v, actor_kind, data, audience, happened_at)
     select epoch, 'tag.changed', 1, 'system', jsonb_build_object('tagId', $1::int), '{}', now() from log_epoch`,
    [tagId],
  )
  return {
    end: async (how: 'commit' | 'rollback') => {
      await client.query(how)
      client.release()
    },
  }
}

test('a reader waits for the oldest transaction, then gets all, once and in order', async () => {
  const before = await caughtUp()
  const early = await openTransaction(101)
  await happen(102)
  await readAll()
  expect(await applied()).toEqual(before)
  await early.end('commit')
  await readUntil([...before, 101, 102])
})

test('what is rolled back is never read, and holds nobody up afterwards', async () => {
  const before = await caughtUp()
  const early = await openTransaction(201)
  await happen(202)
  await early.end('rollback')
  await readUntil([...before, 202])
})

test('a reader that breaks half way applies each event exactly once in the end', async () => {
  const before = await caughtUp()
  for (const tagId of [301, 302, 303]) await happen(tagId)
  const breaking = scribe({ breaks: (event) => event.data.tagId === 302 })
  const broken = async () => readAll(breaking).catch((error: Error) => error.message)
  await expect.poll(broken).toBe('the reader breaks')
  expect(await applied()).toEqual(before)
  await readUntil([...before, 301, 302, 303])
})

test('two processes with the same reader apply each event once', async () => {
  const before = await caughtUp()
  for (const tagId of [401, 402, 403, 404]) await happen(tagId)
  await Promise.all(Array.from({ length: 6 }, () => readAll()))
  await readUntil([...before, 401, 402, 403, 404])
})

test('after a restore, when numbers of transactions start anew, a reader goes on', async () => {
  const before = await caughtUp()
  await happen(501)
  await readUntil([...before, 501])
  await app.platform.pool.query('update event set xact = xact + 1000000000')
  await app.platform.pool.query('update log_reader set xact = xact + 1000000000 where name = $1', [name])
  await app.platform.pool.query('update log_epoch set epoch = epoch + 1')
  await happen(502)
  await readUntil([...before, 501, 502])
})
