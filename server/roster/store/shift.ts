import { sql } from 'kysely'
import type { ShiftKind, Stretch } from '../../../domain/roster/shift.ts'
import type { Tx } from '../../platform/work.ts'

export interface ShiftRow extends Stretch {
  readonly id: number
  readonly teamId: number | null
  readonly staffId: number
  readonly kind: ShiftKind
  readonly note: string
}

const columns = sql`h.id, h.team_id as "teamId", h.staff_id as "staffId", h.kind, h.starts_at as "startsAt",
  h.ends_at as "endsAt", h.note`

export interface ShiftFilter {
  readonly from: Date
  readonly to: Date
  /** Only shifts of this team, and leaves of its members. */
  readonly teamId: number | null
  readonly staffIds: readonly number[]
}

export async function selectShifts(tx: Tx, filter: ShiftFilter): Promise<ShiftRow[]> {
  const found = await sql<ShiftRow>`
    select ${columns} from shift h
    where h.starts_at < ${filter.to} and h.ends_at > ${filter.from}
      and h.staff_id = any(${[...filter.staffIds]}::bigint[])
      and (${filter.teamId}::bigint is null or h.team_id = ${filter.teamId} or (h.kind = 'leave' and exists (
        select from team_member m where m.team_id = ${filter.teamId} and m.staff_id = h.staff_id)))
    order by h.starts_at, h.id limit 5000`.execute(tx)
  return found.rows
}

export async function selectShift(tx: Tx, shiftId: number): Promise<ShiftRow | null> {
  const found = await sql<ShiftRow>`select ${columns} from shift h where h.id = ${shiftId}`.execute(tx)
  return found.rows[0] ?? null
}

/** Locks the roster of these people until the transaction ends, always in the same order: nobody plans beside it. */
export async function lockRosterOf(tx: Tx, staffIds: readonly number[]): Promise<void> {
  await sql`
    select id from staff where id = any(${[...staffIds]}::bigint[]) order by id for no key update`.execute(tx)
}

/** Shifts and leaves of these people that touch the stretch. */
export async function selectTouching(
  tx: Tx,
  staffIds: readonly number[],
  { startsAt, endsAt }: Stretch,
  exceptId: number | null = null,
): Promise<ShiftRow[]> {
  const found = await sql<ShiftRow>`
    select ${columns} from shift h
    where h.staff_id = any(${[...staffIds]}::bigint[]) and h.starts_at < ${endsAt} and h.ends_at > ${startsAt}
      and h.id is distinct from ${exceptId}::bigint
    order by h.starts_at, h.id`.execute(tx)
  return found.rows
}

/** A team's shifts that start within the stretch. */
export async function selectTeamWeek(tx: Tx, teamId: number, week: Stretch): Promise<ShiftRow[]> {
  const found = await sql<ShiftRow>`
    select ${columns} from shift h
    where h.team_id = ${teamId} and h.kind = 'work' and h.starts_at >= ${week.startsAt} and h.starts_at < ${week.endsAt}
    order by h.starts_at, h.id limit 5000`.execute(tx)
  return found.rows
}

export type NewShift = Omit<ShiftRow, 'id'>

/** Answers the new numbers, in the order given. */
export async function insertShifts(
  tx: Tx,
  shifts: readonly NewShift[],
  createdBy: number,
  now: Date,
): Promise<number[]> {
  if (shifts.length === 0) return []
  const rows = shifts.map((shift, place) => ({ ...shift, place }))
  const found = await sql<{ id: number }>`
    insert into shift (team_id, staff_id, kind, starts_at, ends_at, note, created_by, created_at)
    select w."teamId", w."staffId", w.kind, w."startsAt", w."endsAt", w.note, ${createdBy}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w("teamId" bigint, "staffId" bigint, kind text,
      "startsAt" timestamptz, "endsAt" timestamptz, note text, place integer)
    order by w.place returning id`.execute(tx)
  return found.rows.map((row) => row.id)
}

export async function updateShiftRow(tx: Tx, shift: ShiftRow): Promise<void> {
  await sql`
    update shift set team_id = ${shift.teamId}, starts_at = ${shift.startsAt}, ends_at = ${shift.endsAt},
      note = ${shift.note}
    where id = ${shift.id}`.execute(tx)
}

export async function deleteShiftRow(tx: Tx, shiftId: number): Promise<void> {
  await sql`delete from shift where id = ${shiftId}`.execute(tx)
}

/** Leaves of those whose leave ended within the last days, back so far that parts which follow each other are joined. */
export async function selectEndedLeaves(tx: Tx, since: Date, now: Date): Promise<ShiftRow[]> {
  const found = await sql<ShiftRow>`
    select ${columns} from shift h
    where h.kind = 'leave' and h.staff_id in (
      select r.staff_id from shift r join presence p on p.staff_id = r.staff_id
      where r.kind = 'leave' and r.ends_at > ${since} and r.ends_at <= ${now}
        and (p.back_since is null or p.back_since < r.ends_at))
      and h.ends_at > ${since}::timestamptz - interval '60 days' and h.starts_at <= ${now}`.execute(tx)
  return found.rows
}
