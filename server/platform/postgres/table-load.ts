import { finished, pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { BackupRefused, type End, type Entry, type Manifest } from './backup-format.ts'
import { guards, partitions, storedTables } from './catalog.ts'

/** Loads the chunks of a backup's tables in the order in which they stand there. */
export interface TableLoader {
  manifest: Manifest
  guards: string[]
  add(entry: Entry): Promise<void>
  /** Rows loaded, in the manifest's order. */
  finish(): Promise<number[]>
}

/**
 * Makes the tables ready to take exactly the backup's rows: no foreign keys and triggers, the backup's partitions
 * (months of then, not of now), no rows. Returns the statements that bring keys and triggers back.
 */
export async function prepareLoad(client: pg.ClientBase, manifest: Manifest): Promise<string[]> {
  const { off, on } = await guards(client)
  for (const statement of off) await client.query(statement)
  for (const part of (await partitions(client)).reverse()) await client.query(`drop table ${part.name}`)
  for (const { name, parent, bound, partitionBy } of manifest.partitions) {
    const further = partitionBy ? ` partition by ${partitionBy}` : ''
    await client.query(`create table ${name} partition of ${parent} ${bound}${further}`)
  }
  const names = (await storedTables(client)).map((table) => table.name)
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
  return on
}

/** Opens one COPY for each table as its first chunk arrives. */
export function tableLoader(client: pg.ClientBase, manifest: Manifest, restored: string[]): TableLoader {
  const rows = manifest.tables.map(() => 0)
  let current: { index: number; copy: CopyStreamQuery } | undefined

  const close = async () => {
    if (!current) return
    current.copy.end()
    await finished(current.copy)
    rows[current.index] = current.copy.rowCount
    current = undefined
  }

  return {
    manifest,
    guards: restored,
    add: async (entry) => {
      const index = Number(entry.header.name.split('/')[1])
      const table = manifest.tables[index]
      if (!table)
        throw new BackupRefused('The backup holds rows of a table that it does not name. It is damaged.')
      if (current?.index !== index) {
        await close()
        const copy = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`))
        // Met by whoever writes or waits next; without a listener it would end the process.
        copy.on('error', () => {})
        current = { index, copy }
      }
      await pipeline(entry, current.copy, { end: false })
    },
    finish: async () => {
      await close()
      return rows
    },
  }
}

/** Checks the counts, sets the sequences, raises the log's epoch, and brings keys and triggers back. */
export async function finishLoad(
  client: pg.ClientBase,
  manifest: Manifest,
  end: End,
  rows: number[],
  restored: string[],
): Promise<void> {
  for (const [index, table] of manifest.tables.entries()) {
    if (rows[index] === end.rows[index]) continue
    throw new BackupRefused(
      `The backup is damaged: ${table.name} should have ${end.rows[index]} rows and has ${rows[index]}.`,
    )
  }
  for (const [name, value] of Object.entries(end.sequences)) {
    await client.query('select setval($1::regclass, $2::bigint)', [name, value])
  }
  const { rows: found } = await client.query(`select to_regclass('public.log_epoch') is not null as exists`)
  if (found[0].exists) await client.query('update log_epoch set epoch = epoch + 1')
  for (const statement of restored) await client.query(statement)
}
