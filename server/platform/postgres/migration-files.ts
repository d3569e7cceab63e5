import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One step of the schema, `NNNN_name.sql`. */
export interface Migration {
  number: number
  name: string
  sql: string
  /** SHA-256 of the text, line ends as LF. */
  checksum: string
  /** False when the file starts with `-- no transaction`. */
  inTransaction: boolean
}

/** The schema cannot be brought to what the code expects; the message says what to do. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
  readonly code = 'migration_refused'
}

const ownFolder = fileURLToPath(new URL('../../../db/migrations', import.meta.url))

/** All steps of a folder (`db/migrations`) in order. Refuses a name out of the pattern, a gap, a number used twice. */
export async function readMigrations(folder = ownFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(files.map((file, index) => readMigration(folder, file, index + 1)))
}

async function readMigration(folder: string, file: string, expected: number): Promise<Migration> {
  const [, digits, name] = file.match(/^(\d{4})_([a-z0-9_]+)\.sql$/) ?? []
  if (!digits || !name) {
    throw new MigrationRefused(`${file} is not named like a migration: NNNN_name.sql, such as 0001_log.sql.`)
  }
  if (Number(digits) !== expected) {
    const due = String(expected).padStart(4, '0')
    throw new MigrationRefused(
      `Migration ${file} does not follow: number ${due} is due. Numbers have no gaps.`,
    )
  }
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
  const checksum = createHash('sha256').update(sql).digest('hex')
  return { number: expected, name, sql, checksum, inTransaction: !sql.startsWith('-- no transaction') }
}

/**
 * The statements of a step that runs outside a transaction. Each ends with `;` at the end of a line; function
 * bodies are refused, because they could not be told apart.
 */
export function statementsOf(migration: Migration): string[] {
  if (migration.sql.includes('$$')) {
    throw new MigrationRefused(
      `Migration ${migration.number} runs without a transaction and holds a $$ body. Put the body into a step of its own.`,
    )
  }
  return migration.sql
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.replace(/^\s*--.*$/gm, '').trim())
    .filter(Boolean)
}
