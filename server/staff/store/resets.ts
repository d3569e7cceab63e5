import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

/** Keeps a reset link; links that went before stay valid until one of them is used. */
export async function insertReset(
  tx: Tx,
  reset: { tokenHash: Buffer; staffId: number; expiresAt: Date },
  now: Date,
): Promise<void> {
  await sql`
    insert into password_reset (token_hash, staff_id, created_at, expires_at)
    values (${reset.tokenHash}, ${reset.staffId}, ${now}, ${reset.expiresAt})`.execute(tx)
}

/** Whose unused link this is, unless suspended. */
export async function selectResetStaffId(tx: Tx, tokenHash: Buffer, now: Date): Promise<number | undefined> {
  const found = await sql<{ staff_id: number }>`
    select r.staff_id from password_reset r join staff s on s.id = r.staff_id
    where r.token_hash = ${tokenHash} and r.used_at is null and r.expires_at > ${now}
      and s.suspended_at is null`.execute(tx)
  return found.rows[0]?.staff_id
}

/** Uses a link up, and all others of the person. False when somebody was faster. */
export async function spendReset(tx: Tx, tokenHash: Buffer, staffId: number, now: Date): Promise<boolean> {
  const used = await sql`
    update password_reset set used_at = ${now}
    where token_hash = ${tokenHash} and used_at is null returning staff_id`.execute(tx)
  if (used.rows.length === 0) return false
  await voidResets(tx, staffId, now)
  return true
}

/** Makes all open links of a person void. */
export async function voidResets(tx: Tx, staffId: number, now: Date): Promise<void> {
  await sql`
    update password_reset set used_at = ${now} where staff_id = ${staffId} and used_at is null`.execute(tx)
}
