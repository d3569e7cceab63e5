import { sql } from 'kysely'
import type { HandoverSheet } from '../../../domain/roster/handover.ts'
import type { Tx } from '../../platform/work.ts'

export interface HandoverRow {
  readonly id: number
  readonly teamId: number
  readonly fromStaffId: number
  readonly fromName: string
  readonly note: string
  readonly sheet: HandoverSheet
  readonly createdAt: Date
  readonly signedBy: number | null
  readonly signedName: string | null
  readonly signedAt: Date | null
  readonly signNote: string | null
}

const columns = sql`o.id, o.team_id as "teamId", o.from_staff_id as "fromStaffId", f.name as "fromName", o.note,
  o.sheet, o.created_at as "createdAt", o.signed_by as "signedBy", g.name as "signedName",
  o.signed_at as "signedAt", o.sign_note as "signNote"`
const joins = sql`join staff f on f.id = o.from_staff_id left join staff g on g.id = o.signed_by`

export async function insertHandover(
  tx: Tx,
  handover: {
    readonly teamId: number
    readonly fromStaffId: number
    readonly note: string
    readonly sheet: HandoverSheet
  },
  now: Date,
): Promise<number> {
  const found = await sql<{ id: number }>`
    insert into shift_handover (team_id, from_staff_id, note, sheet, created_at)
    values (${handover.teamId}, ${handover.fromStaffId}, ${handover.note}, ${JSON.stringify(handover.sheet)}::jsonb, ${now})
    returning id`.execute(tx)
  return found.rows[0]?.id ?? 0
}

export async function selectHandovers(
  tx: Tx,
  teamId: number,
  before: number | null,
  limit: number,
): Promise<HandoverRow[]> {
  const found = await sql<HandoverRow>`
    select ${columns} from shift_handover o ${joins}
    where o.team_id = ${teamId} and (${before}::bigint is null or o.id < ${before})
    order by o.id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** Locks it: of two who sign at once, the second sees that it is signed. */
export async function lockHandover(tx: Tx, handoverId: number): Promise<HandoverRow | null> {
  const found = await sql<HandoverRow>`
    select ${columns} from shift_handover o ${joins} where o.id = ${handoverId} for update of o`.execute(tx)
  return found.rows[0] ?? null
}

export async function signRow(
  tx: Tx,
  handoverId: number,
  signedBy: number,
  note: string,
  now: Date,
): Promise<void> {
  await sql`
    update shift_handover set signed_by = ${signedBy}, signed_at = ${now}, sign_note = ${note}
    where id = ${handoverId}`.execute(tx)
}

export async function isMember(tx: Tx, teamId: number, staffId: number): Promise<boolean> {
  const found = await sql<{ staff_id: number }>`
    select staff_id from team_member where team_id = ${teamId} and staff_id = ${staffId}`.execute(tx)
  return found.rows.length > 0
}
