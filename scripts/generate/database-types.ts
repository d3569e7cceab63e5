import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate, getDialect } from 'kysely-codegen'
import { pino } from 'pino'
import { type Database, openDatabase } from '../../server/platform/postgres/database.ts'
import { migrate } from '../../server/platform/postgres/migrate.ts'
import { findPlace } from '../../server/platform/postgres/place.ts'
import { formatted } from './formatted.ts'

/**
 * The tables as Kysely reads them, taken from an empty database that went through every migration.
 * As our connections deliver them: bigint as number, a day as text. Partitions are left out,
 * because their names follow the calendar.
 */
export async function databaseTypes(root: string): Promise<string> {
  const text = await withEmptyDatabase(async (database) => {
    await migrate(database, silent, { folder: join(root, 'db/migrations') })
    return generate({
      db: database.kysely,
      dialect: getDialect('postgres'),
      excludePattern: 'schema_migration',
      outFile: null,
      partitions: false,
      typeMapping: { int8: 'number', date: 'string' },
    })
  })
  return formatted('db/types.ts', text)
}

const silent = pino({ level: 'silent' })

async function withEmptyDatabase<Result>(use: (database: Database) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shopdesk-types-'))
  try {
    const database = await openDatabase({ dataDir, databaseUrl: undefined, databasePool: 2 }, silent)
    try {
      return await use(database)
    } finally {
      await database.close()
    }
  } finally {
    rmSync(findPlace(dataDir).home, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}
