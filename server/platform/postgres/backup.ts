import { createWriteStream, existsSync } from 'node:fs'
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import {
  BackupRefused,
  type BackupSummary,
  type End,
  type Manifest,
  withoutTimeLimits,
} from './backup-format.ts'
import { partitions, sequenceValues, storedTables } from './catalog.ts'
import { filesBelow } from './files-below.ts'
import { appliedSteps, migrationLock } from './migrate.ts'

/**
 * Writes everything into one new file (mode 0600, it holds the kept secret): all tables as of one moment, the files
 * folder, the schema's version. The server may go on working. Refuses a file that exists and a database never migrated.
 */
export async function writeBackup(
  database: { connection: pg.ClientConfig },
  dataDir: string,
  file: string,
): Promise<BackupSummary> {
  if (existsSync(file))
    throw new BackupRefused(`${file} exists already. Choose another name or remove it first.`)
  const draft = `${file}.part`
  const archive = pack()
  const written = pipeline(archive, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }))
  try {
    const [summary] = await Promise.all([fill(archive, database, dataDir), written])
    await rename(draft, file)
    return summary
  } catch (error) {
    archive.destroy()
    await written.catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
}

async function fill(
  archive: Pack,
  database: { connection: pg.ClientConfig },
  dataDir: string,
): Promise<BackupSummary> {
  const client = new pg.Client({ ...database.connection, application_name: 'shopdesk backup' })
  // A lost connection fails the query under way, which is where it is reported.
  client.on('error', () => {})
  await client.connect()
  try {
    await withoutTimeLimits(client)
    // While this is held nobody migrates, so the tables keep their shape until the end.
    await client.query(`select pg_advisory_lock_shared(${migrationLock})`)
    await client.query('begin isolation level repeatable read, read only')
    const manifest = await describe(client)
    await addText(archive, 'manifest.json', JSON.stringify(manifest))
    const rows: number[] = []
    for (const index of manifest.tables.keys()) rows.push(await addTable(archive, client, manifest, index))
    const sequences = await sequenceValues(client)
    await client.query('commit')
    await addSecret(archive, dataDir)
    const files = await addFiles(archive, join(dataDir, 'files'))
    await addText(archive, 'end.json', JSON.stringify({ rows, sequences, files } satisfies End))
    archive.finalize()
    return { tables: rows.length, rows: rows.reduce((sum, count) => sum + count, 0), files }
  } finally {
    await client.end()
  }
}

async function describe(client: pg.Client): Promise<Manifest> {
  const { rows } = await client.query(`select to_regclass('public.schema_migration') is not null as migrated`)
  if (!rows[0].migrated) {
    throw new BackupRefused('There is nothing to back up: this database has never been used by Shopdesk.')
  }
  return {
    format: 1,
    createdAt: new Date().toISOString(),
    migrations: await appliedSteps(client),
    tables: await storedTables(client),
    partitions: await partitions(client),
  }
}

const chunkBytes = 1024 * 1024

async function addTable(
  archive: Pack,
  client: pg.Client,
  manifest: Manifest,
  index: number,
): Promise<number> {
  const table = manifest.tables[index]
  if (!table || table.columns.length === 0) return 0
  const copy = client.query(copyTo(`copy ${table.name} (${table.columns.join(', ')}) to stdout`))
  let held: Buffer[] = []
  let size = 0
  let chunk = 0
  const flush = async () => {
    await addText(archive, `tables/${index}/${chunk++}`, Buffer.concat(held))
    held = []
    size = 0
  }
  for await (const piece of copy) {
    held.push(piece)
    size += piece.length
    if (size >= chunkBytes) await flush()
  }
  if (size > 0) await flush()
  return copy.rowCount
}

async function addSecret(archive: Pack, dataDir: string): Promise<void> {
  const path = join(dataDir, 'secret')
  if (existsSync(path)) await addText(archive, 'secret', await readFile(path))
}

async function addFiles(archive: Pack, folder: string): Promise<number> {
  let count = 0
  for await (const path of filesBelow(folder)) {
    const handle = await openUnlessGone(join(folder, path))
    if (!handle) continue
    const { size } = await handle.stat()
    await addEntry(archive, `files/${path}`, size, async (entry) => {
      if (size === 0) entry.end(Buffer.alloc(0))
      else await pipeline(handle.createReadStream({ end: size - 1, autoClose: false }), entry)
    }).finally(() => handle.close())
    count++
  }
  return count
}

/** A file removed since the folder was listed was meant to go; the backup does without it. */
async function openUnlessGone(path: string): Promise<FileHandle | undefined> {
  return open(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

function addText(archive: Pack, name: string, content: string | Buffer): Promise<void> {
  const bytes = Buffer.from(content)
  return addEntry(archive, name, bytes.length, async (entry) => {
    entry.end(bytes)
  })
}

function addEntry(
  archive: Pack,
  name: string,
  size: number,
  pour: (entry: ReturnType<Pack['entry']>) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = archive.entry({ name, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()))
    entry.on('error', reject)
    pour(entry).catch(reject)
  })
}
