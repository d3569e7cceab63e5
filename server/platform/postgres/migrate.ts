import pg from 'pg'
import type { Logger } from 'pino'
import { type Migration, MigrationRefused, readMigrations, statementsOf } from './migration-files.ts'

export interface MigrateOptions {
  /** Folder of the steps; `db/migrations` when left out. */
  folder?: string
  /** Last step to apply; all when left out. */
  upTo?: number
}

/** Held by whoever migrates; a backup holds it shared, so that the schema stays as it is meanwhile. */
export const migrationLock = 7_305_804_402

/**
 * Brings the schema to what the code expects: every step not applied yet, in order, each in its own transaction
 * (or statement by statement when it says `-- no transaction`). Several processes may call it at once. Throws
 * `MigrationRefused` when an applied step was changed afterwards or the database is newer than the code.
 */
export async function migrate(
  database: { connection: pg.ClientConfig },
  log: Logger,
  options: MigrateOptions = {},
): Promise<void> {
  const migrations = await readMigrations(options.folder)
  // Its own connection: a step may well take longer than the pool's 30 s.
  const client = new pg.Client({ ...database.connection, application_name: 'shopdesk migrate' })
  client.on('error', (error) => log.warn({ err: error }, 'the migrating connection was lost'))
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${migrationLock})`)
    await client.query(`create table if not exists schema_migration (
      number integer primary key, name text not null, checksum text not null,
      applied_at timestamptz not null default now())`)
    const applied = await appliedSteps(client)
    refuseMismatch(applied, migrations)
    for (const migration of migrations.slice(applied.length, options.upTo)) {
      await apply(client, migration)
      log.info({ number: migration.number, name: migration.name }, 'migrated')
    }
  } finally {
    await client.end()
  }
}

interface AppliedStep {
  number: number
  name: string
  checksum: string
}

/** The steps that the database has, in order; none when it was never migrated. */
export async function appliedSteps(client: pg.ClientBase): Promise<AppliedStep[]> {
  const { rows } = await client.query('select number, name, checksum from schema_migration order by number')
  return rows
}

function refuseMismatch(applied: AppliedStep[], migrations: Migration[]): void {
  if (applied.length > migrations.length) {
    throw new MigrationRefused(
      `The database is at step ${applied.length} and this Shopdesk knows only ${migrations.length}: it is older than the database. Start the newer version, or restore a backup of the older one.`,
    )
  }
  for (const [index, step] of applied.entries()) {
    const migration = migrations[index]
    if (migration?.number === step.number && migration.checksum === step.checksum) continue
    throw new MigrationRefused(
      `Migration ${step.number} (${step.name}) was changed after this database had applied it. Put its text back and write a new step instead.`,
    )
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const note = () =>
    client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
  try {
    if (!migration.inTransaction) {
      for (const statement of statementsOf(migration)) await client.query(statement)
      await note()
      return
    }
    await client.query('begin')
    await client.query(migration.sql)
    await note()
    await client.query('commit')
  } catch (error) {
    if (migration.inTransaction) await client.query('rollback').catch(() => {})
    throw new Error(
      `Migration ${migration.number} (${migration.name}) failed${place(migration, error)}: ${(error as Error).message}`,
      { cause: error },
    )
  }
}

function place(migration: Migration, error: unknown): string {
  const position = Number((error as pg.DatabaseError).position)
  if (!migration.inTransaction || !(position > 0)) return ''
  return ` at line ${migration.sql.slice(0, position).split('\n').length}`
}
