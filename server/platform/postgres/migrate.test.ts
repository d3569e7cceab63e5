import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase, type FreshDatabase } from '../../../test/support/cluster.ts'
import { silent } from '../../../test/support/throw-away.ts'
import { migrate } from './migrate.ts'

let database: FreshDatabase
let folder: string
beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'shopdesk-steps-'))
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const step = (file: string, sql: string) => writeFileSync(join(folder, file), sql)
const run = () => migrate(database, silent, { folder })
const tables = async () =>
  (
    await database.pool.query(`select tablename from pg_tables where schemaname = 'public' order by 1`)
  ).rows.map((row) => row.tablename)

test('steps are applied in order, once, and new ones are added later', async () => {
  step('0001_parcel.sql', 'create table parcel (id bigint)')
  step('0002_trace.sql', 'alter table parcel rename to trace')
  await run()
  await run()
  step('0003_refund.sql', 'create table refund (id bigint)')
  await run()
  expect(await tables()).toEqual(['refund', 'schema_migration', 'trace'])
})

test('processes that start at once do not collide', async () => {
  step('0001_parcel.sql', 'create table parcel (id bigint)')
  await Promise.all([run(), run(), run()])
  expect(await tables()).toEqual(['parcel', 'schema_migration'])
})

test('a step that fails leaves nothing of itself and keeps the ones before', async () => {
  step('0001_parcel.sql', 'create table parcel (id bigint)')
  step('0002_broken.sql', 'create table half (id bigint);\ncreate tabel other (id bigint)')
  await expect(run()).rejects.toThrow(/Migration 2 \(broken\) failed at line 2/)
  expect(await tables()).toEqual(['parcel', 'schema_migration'])
  step('0002_broken.sql', 'create table whole (id bigint)')
  await run()
  expect(await tables()).toEqual(['parcel', 'schema_migration', 'whole'])
})

test('a step changed after it was applied is refused; other line ends are no change', async () => {
  step('0001_parcel.sql', 'create table parcel (\n id bigint)')
  await run()
  step('0001_parcel.sql', 'create table parcel (\r\n id bigint)')
  await run()
  step('0001_parcel.sql', 'create table parcel (id integer)')
  await expect(run()).rejects.toThrow(/Migration 1 \(parcel\) was changed/)
})

test('a database newer than the code is refused', async () => {
  step('0001_parcel.sql', 'create table parcel (id bigint)')
  step('0002_trace.sql', 'create table trace (id bigint)')
  await run()
  rmSync(join(folder, '0002_trace.sql'))
  await expect(run()).rejects.toThrow(/at step 2 and this Shopdesk knows only 1/)
})

test.each(['0003_gap.sql', '0001_twice.sql', '2_short.sql', '0002_Upper.sql'])(
  '%s is refused before anything is applied',
  async (file) => {
    step('0001_parcel.sql', 'create table parcel (id bigint)')
    step(file, 'select 1')
    await expect(run()).rejects.toThrow(/0002|NNNN_name/)
    expect(await tables()).toEqual([])
  },
)

test('a step without a transaction may build an index while others write', async () => {
  step('0001_parcel.sql', 'create table parcel (id bigint, remark text)')
  step(
    '0002_index.sql',
    '-- no transaction\ncreate index concurrently a on parcel (id);\n-- second\ncreate index concurrently b on parcel (remark);\n',
  )
  await run()
  const { rows } = await database.pool.query(
    `select indexname from pg_indexes where tablename = 'parcel' order by 1`,
  )
  expect(rows.map((row) => row.indexname)).toEqual(['a', 'b'])
})
