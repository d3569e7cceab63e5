import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer, json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import { extract } from 'tar-stream'
import {
  BackupRefused,
  type BackupSummary,
  type End,
  type Entry,
  type Manifest,
  withoutTimeLimits,
} from './backup-format.ts'
import { isEmpty } from './catalog.ts'
import { addFile } from './file-restore.ts'
import { filesBelow } from './files-below.ts'
import { type MigrateOptions, migrate } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import { finishLoad, prepareLoad, type TableLoader, tableLoader } from './table-load.ts'

/**
 * Restores a backup into an empty database and a DATA_DIR without files: the schema as it was, the rows, then the
 * migrations since. The log's epoch rises, because transaction ids start anew. All or nothing: after a fault the
 * database is empty again. Refuses a database or folder with something in it, and a backup of a newer Shopdesk.
 */
export async function restoreBackup(
  database: { connection: pg.ClientConfig },
  dataDir: string,
  file: string,
  log: Logger,
  options: Pick<MigrateOptions, 'folder'> = {},
): Promise<BackupSummary> {
  const client = new pg.Client({ ...database.connection, application_name: 'shopdesk restore' })
  client.on('error', (error) => log.warn({ err: error }, 'the restoring connection was lost'))
  await client.connect()
  const files = join(dataDir, 'files')
  const draft = join(dataDir, 'files.restoring')
  try {
    await refuseUsed(client, files)
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { recursive: true, mode: 0o700 })
    const restored = await loadOrLeaveEmpty(client, () => load(client, database, file, draft, log, options))
    await rm(files, { recursive: true, force: true })
    await rename(draft, files)
    if (restored.secret)
      await writeFile(join(dataDir, 'secret'), restored.secret, { mode: 0o600, flush: true })
    await migrate(database, log, options)
    await client.query('analyze')
    return restored.summary
  } finally {
    await rm(draft, { recursive: true, force: true })
    await client.end()
  }
}

async function refuseUsed(client: pg.Client, files: string): Promise<void> {
  if (!(await isEmpty(client))) {
    throw new BackupRefused(
      'The database is not empty. A backup is restored into a new DATA_DIR (or an empty database at DATABASE_URL), so that nothing is overwritten.',
    )
  }
  for await (const path of filesBelow(files)) {
    throw new BackupRefused(
      `The folder ${files} is not empty (${path}). Move it away first, or choose another DATA_DIR.`,
    )
  }
}

async function loadOrLeaveEmpty<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    await client.query('rollback')
    await client.query('drop schema public cascade; drop schema if exists graphile_worker cascade')
    await client.query('create schema public')
    throw error
  }
}

interface Restored {
  summary: BackupSummary
  secret: Buffer | undefined
}

async function load(
  client: pg.Client,
  database: { connection: pg.ClientConfig },
  file: string,
  draft: string,
  log: Logger,
  options: Pick<MigrateOptions, 'folder'>,
): Promise<Restored> {
  const archive = extract()
  // A fault of reading or unpacking destroys `archive`, and the loop below meets it there.
  pipeline(createReadStream(file), createGunzip(), archive).catch(() => {})
  let loader: TableLoader | undefined
  let secret: Buffer | undefined
  let end: End | undefined
  let files = 0
  for await (const entry of archive) {
    const { name } = entry.header
    if (!loader) {
      const manifest = await readManifest(entry)
      await recreateSchema(database, manifest, log, options)
      await withoutTimeLimits(client)
      await client.query('begin')
      loader = tableLoader(client, manifest, await prepareLoad(client, manifest))
    } else if (name.startsWith('tables/')) await loader.add(entry)
    else if (name === 'secret') secret = await buffer(entry)
    else if (name.startsWith('files/')) {
      await addFile(draft, name.slice('files/'.length), entry)
      files++
    } else if (name === 'end.json') end = (await json(entry)) as End
    else
      throw new BackupRefused(
        `The backup holds ${name}, which this Shopdesk does not know. Update Shopdesk first.`,
      )
  }
  if (!loader || !end || end.files !== files) {
    throw new BackupRefused('The backup is not whole: its end is missing. Take another copy of it.')
  }
  const rows = await loader.finish()
  await finishLoad(client, loader.manifest, end, rows, loader.guards)
  await client.query('commit')
  return {
    secret,
    summary: { tables: rows.length, rows: rows.reduce((sum, count) => sum + count, 0), files },
  }
}

async function readManifest(entry: Entry): Promise<Manifest> {
  const manifest = entry.header.name === 'manifest.json' ? ((await json(entry)) as Manifest) : undefined
  if (manifest?.format !== 1) {
    throw new BackupRefused(
      'This file is not a backup that this Shopdesk can read. Update Shopdesk, or choose another file.',
    )
  }
  return manifest
}

async function recreateSchema(
  database: { connection: pg.ClientConfig },
  manifest: Manifest,
  log: Logger,
  options: Pick<MigrateOptions, 'folder'>,
): Promise<void> {
  const known = await readMigrations(options.folder)
  for (const step of manifest.migrations) {
    const own = known[step.number - 1]
    if (!own) {
      throw new BackupRefused(
        `The backup is of a newer Shopdesk (step ${manifest.migrations.length}; this one knows ${known.length}). Update Shopdesk first.`,
      )
    }
    if (own.checksum !== step.checksum) {
      throw new BackupRefused(
        `The backup was made with another text of migration ${step.number} (${step.name}). Restore it with the Shopdesk that made it.`,
      )
    }
  }
  await migrate(database, log, { ...options, upTo: manifest.migrations.length })
  if (manifest.tables.some((table) => table.name.startsWith('graphile_worker.')))
    await makeJobTables(database)
}

async function makeJobTables(database: { connection: pg.ClientConfig }): Promise<void> {
  const pgPool = new pg.Pool({ ...database.connection, max: 2 })
  try {
    await runMigrations({ pgPool })
  } finally {
    await pgPool.end()
  }
}
