import type pg from 'pg'
import type { Extract } from 'tar-stream'
import type { Partition, StoredTable } from './catalog.ts'

/**
 * A backup is one gzipped tar: `manifest.json`, then `tables/<index>/<chunk>` (COPY text, in order), `secret`,
 * `files/<path>`, and `end.json` last, without which it is not whole.
 */
export interface Manifest {
  format: 1
  createdAt: string
  /** Applied migrations, in order. */
  migrations: { number: number; name: string; checksum: string }[]
  tables: StoredTable[]
  partitions: Partition[]
}

/** What is known only after everything was copied. */
export interface End {
  /** Rows of each table, in the manifest's order. */
  rows: number[]
  sequences: Record<string, string>
  files: number
}

/** One member of the tar as it is read; its bytes come by iterating. */
export type Entry = Extract extends AsyncIterable<infer Member> ? Member : never

/** What a backup held, for telling the operator. */
export interface BackupSummary {
  tables: number
  rows: number
  files: number
}

/** The backup cannot be written or restored; the message says what to do. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
  readonly code = 'backup_refused'
}

/** Lets this connection work as long as it takes. */
export async function withoutTimeLimits(client: pg.ClientBase): Promise<void> {
  await client.query(
    'set statement_timeout = 0; set transaction_timeout = 0; set idle_in_transaction_session_timeout = 0',
  )
}
