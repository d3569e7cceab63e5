import { sql } from 'kysely'
import type { Tx } from '../platform/work.ts'

/** Keeps one more token that opens the set-up page: each start prints its own. */
export async function insertSetupToken(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await sql`insert into setup_token (token_hash, created_at) values (${tokenHash}, ${now})`.execute(tx)
}

export async function hasSetupToken(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const found = await sql`select from setup_token where token_hash = ${tokenHash}`.execute(tx)
  return found.rows.length > 0
}

export async function deleteSetupTokens(tx: Tx): Promise<void> {
  await sql`delete from setup_token`.execute(tx)
}
