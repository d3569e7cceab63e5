import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { emptyDatabase, type FreshDatabase } from '../../../test/support/cluster.ts'
import { makeDataDir, removeDataDir, silent } from '../../../test/support/throw-away.ts'
import { writeBackup } from './backup.ts'
import { migrate } from './migrate.ts'
import { restoreBackup } from './restore.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

async function newDatabase(): Promise<FreshDatabase> {
  const database = await emptyDatabase()
  cleanups.push(database.drop)
  return database
}

function newFolder(): string {
  const folder = makeDataDir()
  cleanups.push(() => removeDataDir(folder))
  return folder
}

/** Migrations of a small shop: every kind of column, keys in a circle, a trigger, months as partitions. */
const firstStep = `
  create table log_epoch (one_row boolean primary key default true check (one_row), epoch bigint not null);
  insert into log_epoch values (true, 1);
  create table parcel (
    id bigint generated always as identity primary key, remark text, facts jsonb, photo bytea, tags text[],
    weights bigint[], sent_at timestamptz, fee numeric(12, 2), next_id bigint references parcel,
    length integer generated always as (char_length(remark)) stored
  );
  create table "Trace" (happened_at timestamptz not null, parcel_id bigint references parcel) partition by range (happened_at);
  create table trace_rest partition of "Trace" default;
  create table trace_first partition of "Trace" for values from ('2026-01-01Z') to ('2026-02-01Z');
  create function shout() returns trigger language plpgsql as $$ begin new.remark := new.remark || '!'; return new; end $$;
  create trigger shout before insert on parcel for each row execute function shout();`

function migrationFolder(...steps: string[]): string {
  const folder = newFolder()
  for (const [index, sql] of steps.entries()) writeFileSync(join(folder, `000${index + 1}_step.sql`), sql)
  return folder
}

const remark = '极速退款 🎁 \t \\N \\. \r\n "quoted", emoji 👩‍🔧'

async function filledDatabase(folder: string): Promise<FreshDatabase> {
  const database = await newDatabase()
  await migrate(database, silent, { folder })
  await database.pool.query(
    `insert into parcel (remark, facts, photo, tags, weights, sent_at, fee, next_id)
      values ($1, $2, $3, $4, $5, '2026-11-11 20:00+08', 12.50, 2), ('', 'null', '', '{}', null, null, null, 1)`,
    [
      remark,
      { a: [1, '二', null] },
      Buffer.from([0, 255, 10, 92]),
      ['加急', 'a,b"{}'],
      [9007199254740991n, 1],
    ],
  )
  await database.pool.query(
    `create table trace_second partition of "Trace" for values from ('2026-02-01Z') to ('2026-03-01Z');
    insert into "Trace" values ('2026-01-10Z', 1), ('2026-02-10Z', 2), ('2030-01-01Z', 1)`,
  )
  return database
}

const everything = async (database: FreshDatabase) => ({
  parcels: (await database.pool.query('select * from parcel order by id')).rows,
  traces: (await database.pool.query('select tableoid::regclass::text, * from "Trace" order by 2')).rows,
})

async function backedUp(folder: string) {
  const source = await filledDatabase(folder)
  const dataDir = newFolder()
  const file = join(dataDir, 'backup.tar.gz')
  return { source, dataDir, file }
}

test('a backup brings back every row as it was, with files, secret and keys', async () => {
  const folder = migrationFolder(firstStep)
  const { source, dataDir, file } = await backedUp(folder)
  mkdirSync(join(dataDir, 'files', 'ab'), { recursive: true })
  writeFileSync(join(dataDir, 'files', 'ab', '收据.bin'), Buffer.alloc(300_000, 7))
  writeFileSync(join(dataDir, 'files', 'empty'), '')
  writeFileSync(join(dataDir, 'secret'), 'a secret that signs')
  expect(await writeBackup(source, dataDir, file)).toEqual({ tables: 5, rows: 6, files: 2 })
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const target = await newDatabase()
  const targetDir = newFolder()
  expect(await restoreBackup(target, targetDir, file, silent, { folder })).toEqual({
    tables: 5,
    rows: 6,
    files: 2,
  })
  expect(await everything(target)).toEqual(await everything(source))
  expect(readFileSync(join(targetDir, 'files', 'ab', '收据.bin'))).toEqual(Buffer.alloc(300_000, 7))
  expect(readFileSync(join(targetDir, 'files', 'empty'), 'utf8')).toBe('')
  expect(readFileSync(join(targetDir, 'secret'), 'utf8')).toBe('a secret that signs')
  await expect(target.pool.query('insert into "Trace" values (now(), 99)')).rejects.toThrow(/foreign key/)
})

test('after a restore new rows get new numbers, triggers work again, and the log starts a new epoch', async () => {
  const folder = migrationFolder(firstStep)
  const { source, dataDir, file } = await backedUp(folder)
  await writeBackup(source, dataDir, file)
  const target = await newDatabase()
  await restoreBackup(target, newFolder(), file, silent, { folder })
  const inserted = await target.pool.query(`insert into parcel (remark) values ('new') returning id, remark`)
  expect(inserted.rows).toEqual([{ id: 3, remark: 'new!' }])
  expect((await target.pool.query('select epoch from log_epoch')).rows).toEqual([{ epoch: 2 }])
})

test('a backup of an older version is migrated on', async () => {
  const { source, dataDir, file } = await backedUp(migrationFolder(firstStep))
  await writeBackup(source, dataDir, file)
  const target = await newDatabase()
  const newer = migrationFolder(
    firstStep,
    `alter table parcel add column kind text; update parcel set kind = 'old'`,
  )
  await restoreBackup(target, newFolder(), file, silent, { folder: newer })
  expect((await target.pool.query('select distinct kind from parcel')).rows).toEqual([{ kind: 'old' }])
})

test('a backup of a newer version, or of another schema, is refused and leaves the database empty', async () => {
  const newer = migrationFolder(firstStep, 'create table later (id bigint)')
  const { source, dataDir, file } = await backedUp(newer)
  await writeBackup(source, dataDir, file)
  const target = await newDatabase()
  const older = migrationFolder(firstStep)
  await expect(restoreBackup(target, newFolder(), file, silent, { folder: older })).rejects.toThrow(
    /newer Shopdesk/,
  )
  const other = migrationFolder(`${firstStep} -- changed`, 'create table later (id bigint)')
  await expect(restoreBackup(target, newFolder(), file, silent, { folder: other })).rejects.toThrow(
    /another text/,
  )
  await restoreBackup(target, newFolder(), file, silent, { folder: newer })
})

test('a cut-off or damaged backup is refused and leaves nothing behind', async () => {
  const folder = migrationFolder(firstStep)
  const { source, dataDir, file } = await backedUp(folder)
  await writeBackup(source, dataDir, file)
  const whole = readFileSync(file)
  const withNul = Buffer.from(gunzipSync(whole))
  withNul[withNul.indexOf('极速')] = 0
  const faulty = [
    whole.subarray(0, whole.length / 2),
    gzipSync(withNul),
    Buffer.from('not a backup'),
    gzipSync(''),
  ]
  const target = await newDatabase()
  const targetDir = newFolder()
  for (const [index, content] of faulty.entries()) {
    const damaged = join(dataDir, `damaged-${index}`)
    writeFileSync(damaged, content)
    await expect(restoreBackup(target, targetDir, damaged, silent, { folder })).rejects.toThrow()
    expect(existsSync(join(targetDir, 'files'))).toBe(false)
  }
  await restoreBackup(target, targetDir, file, silent, { folder })
})

test('neither a backup nor a restore overwrites anything', async () => {
  const folder = migrationFolder(firstStep)
  const { source, dataDir, file } = await backedUp(folder)
  await writeBackup(source, dataDir, file)
  await expect(writeBackup(source, dataDir, file)).rejects.toThrow(/exists already/)
  await expect(restoreBackup(source, newFolder(), file, silent, { folder })).rejects.toThrow(/not empty/)
  const used = newFolder()
  mkdirSync(join(used, 'files'))
  writeFileSync(join(used, 'files', 'mine'), 'x')
  await expect(restoreBackup(await newDatabase(), used, file, silent, { folder })).rejects.toThrow(
    /not empty/,
  )
  expect((await everything(source)).parcels).toHaveLength(2)
})

test('the backup shows one moment, whatever is written meanwhile', async () => {
  const folder = migrationFolder(`create table first (id bigint); create table second (id bigint)`)
  const source = await newDatabase()
  await migrate(source, silent, { folder })
  let writing = true
  let written = 0
  const writer = (async () => {
    for (; writing; written++)
      await source.pool.query('with a as (insert into first values (1)) insert into second values (1)')
  })()
  await expect.poll(() => written).toBeGreaterThan(10)
  const dataDir = newFolder()
  const file = join(dataDir, 'b')
  await writeBackup(source, dataDir, file)
  writing = false
  await writer
  const target = await newDatabase()
  await restoreBackup(target, newFolder(), file, silent, { folder })
  const counts = await target.pool.query(
    'select (select count(*) from first) as a, (select count(*) from second) as b',
  )
  expect(counts.rows[0].a).toBe(counts.rows[0].b)
})
