import { sql } from 'kysely'
import type { PresenceCause, PresenceState, StateAfterWrapUp } from '../../../domain/presence/state.ts'
import type { Tx } from '../../platform/work.ts'

export interface NewPeriod {
  readonly staffId: number
  readonly state: PresenceState
  readonly at: Date
  readonly untilAt: Date | null
  readonly breakKindId: number | null
  readonly thenState: StateAfterWrapUp | null
  readonly backSince: Date | null
  readonly cause: PresenceCause
  readonly byStaffId: number | null
}

/** Changes a locked row; the open stretch of the history ends at the very moment at which the new one starts. */
export async function beginPeriod(tx: Tx, next: NewPeriod): Promise<void> {
  await sql`
    with ended as (
      update presence_period set ended_at = ${next.at}
      where staff_id = ${next.staffId} and ended_at is null
    )
    update presence set state = ${next.state}, since = ${next.at}, until_at = ${next.untilAt},
      break_kind_id = ${next.breakKindId}, then_state = ${next.thenState}, back_since = ${next.backSince}
    where staff_id = ${next.staffId}`.execute(tx)
  await sql`
    insert into presence_period (staff_id, state, break_kind_id, started_at, cause, by_staff_id)
    values (${next.staffId}, ${next.state}, ${next.breakKindId}, ${next.at}, ${next.cause}, ${next.byStaffId})`.execute(
    tx,
  )
}

/** Wrap-up time begun anew within wrap-up time: the same stretch, ending later. */
export async function prolong(tx: Tx, staffId: number, untilAt: Date): Promise<void> {
  await sql`update presence set until_at = ${untilAt} where staff_id = ${staffId}`.execute(tx)
}

export interface PeriodRow {
  readonly id: number
  readonly state: PresenceState
  readonly breakKindId: number | null
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly cause: PresenceCause
  readonly byStaffId: number | null
}

const columns = sql`h.id, h.state, h.break_kind_id as "breakKindId", h.started_at as "startedAt",
  h.ended_at as "endedAt", h.cause, h.by_staff_id as "byStaffId"`

/** The newest stretches first, below a number. Stretches of one person follow each other in their numbers. */
export async function selectPeriods(
  tx: Tx,
  staffId: number,
  before: number | null,
  limit: number,
): Promise<PeriodRow[]> {
  const found = await sql<PeriodRow>`
    select ${columns} from presence_period h
    where h.staff_id = ${staffId} and (${before}::bigint is null or h.id < ${before})
    order by h.id desc limit ${limit}`.execute(tx)
  return found.rows
}
