import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/support/cluster.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('ids read as numbers, moments as Date, days as text', async () => {
  const { rows } = await database.pool.query(
    `select 9007199254740991::bigint as id, array[1, null, 3]::bigint[] as ids, count(*) as many,
      '2026-11-11'::date as day, '2026-11-11 20:00+08'::timestamptz as moment, 12.50::numeric as exact`,
  )
  expect(rows[0]).toEqual({
    id: 9007199254740991,
    ids: [1, null, 3],
    many: 1,
    day: '2026-11-11',
    moment: new Date('2026-11-11T12:00:00Z'),
    exact: '12.50',
  })
})

test('no statement and no transaction may hold others up for more than 30 seconds', async () => {
  const { rows } = await database.pool.query(
    `select current_setting('statement_timeout') as statement, current_setting('transaction_timeout') as transaction,
      current_setting('TimeZone') as zone, current_setting('application_name') as name`,
  )
  expect(rows[0]).toEqual({ statement: '30s', transaction: '30s', zone: 'UTC', name: 'shopdesk' })
})

test('a connection that dies between two queries of its holder ends neither the process nor the pool', async () => {
  const held = await database.pool.connect()
  const ended = new Promise((resolve) => held.once('end', resolve))
  const { rows } = await held.query('select pg_backend_pid() as pid')
  await database.pool.query('select pg_terminate_backend($1)', [rows[0].pid])
  await ended
  held.release(true)
  expect((await database.pool.query('select 1 as alive')).rows).toEqual([{ alive: 1 }])
})

test('the migrated database finds Chinese by trigrams', async () => {
  const { rows } = await database.pool.query(`select similarity('极速退款', '极速退款') as same`)
  expect(rows[0].same).toBe(1)
})
