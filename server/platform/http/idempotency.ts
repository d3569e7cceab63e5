import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { refuse } from '../../../domain/errors.ts'
import type { Tx } from '../work.ts'

export interface KeyedRequest {
  /** Whose key it is: one person's keys never meet another's. */
  readonly holder: string
  readonly key: string
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** The stored reply of an earlier request with this key. */
export interface Repeated {
  readonly reply: unknown
}

/**
 * Claims the key in the work's own transaction, so that reply and effect are kept or lost together.
 * Answers the stored reply when the key was used for the same request; refuses another request.
 * A request that runs at the same moment waits for the first to finish.
 */
export async function claimKey(tx: Tx, request: KeyedRequest, now: Date): Promise<Repeated | null> {
  const hash = requestHash(request)
  const claimed = await sql`
    insert into idempotency (holder, key, request_hash, created_at)
    values (${request.holder}, ${request.key}, ${hash}, ${now})
    on conflict (holder, key) do nothing returning key`.execute(tx)
  if (claimed.rows.length > 0) return null
  const earlier = await sql<{ request_hash: Buffer; reply: unknown }>`
    select request_hash, reply from idempotency where holder = ${request.holder} and key = ${request.key}`.execute(
    tx,
  )
  const row = earlier.rows[0]
  if (!row?.request_hash.equals(hash)) throw refuse('key_reused')
  return { reply: row.reply }
}

/** Keeps the reply under the claimed key. */
export async function keepReply(tx: Tx, request: KeyedRequest, reply: unknown): Promise<void> {
  await sql`
    update idempotency set reply = ${JSON.stringify(reply ?? null)}::jsonb
    where holder = ${request.holder} and key = ${request.key}`.execute(tx)
}

function requestHash(request: KeyedRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.path} ${JSON.stringify(request.body ?? null)}`)
    .digest()
}
