import { sql } from 'kysely'
import type { ClockKind, ClockStage } from '../../../domain/clock/kinds.ts'
import type { Tx } from '../../platform/work.ts'

export interface ClockRow {
  readonly id: number
  readonly conversationId: number
  readonly kind: ClockKind
  readonly stage: ClockStage
  readonly policyId: number
  readonly policyVersion: number
  readonly calendarId: number | null
  readonly calendarVersion: number | null
  readonly targetMs: number
  readonly startedAt: Date
  readonly warnAt: Date | null
  readonly dueAt: Date | null
  readonly pauses: [number, number | null][]
  readonly stepsDone: number
  readonly staffId: number | null
  readonly breachedAt: Date | null
  readonly endedAt: Date | null
}

export const clockColumns = sql`k.id, k.conversation_id as "conversationId", k.kind, k.stage,
  k.policy_id as "policyId", k.policy_version as "policyVersion", k.calendar_id as "calendarId",
  k.calendar_version as "calendarVersion", k.target_ms as "targetMs", k.started_at as "startedAt",
  k.warn_at as "warnAt", k.due_at as "dueAt", k.pauses, k.steps_done as "stepsDone", k.staff_id as "staffId",
  k.breached_at as "breachedAt", k.ended_at as "endedAt"`

/** Of one conversation, newest first. */
export async function selectClocksOf(tx: Tx, conversationId: number): Promise<ClockRow[]> {
  const answer = await sql<ClockRow>`
    select ${clockColumns} from clock k where k.conversation_id = ${conversationId}
    order by k.id desc limit 50`.execute(tx)
  return answer.rows
}

export interface ExplainedRow extends ClockRow {
  readonly policyName: string
  readonly policyNow: number
  readonly calendarName: string | null
  readonly calendarNow: number | null
}

/** One clock with the names and present versions of its policy and calendar. */
export async function selectClock(tx: Tx, clockId: number): Promise<ExplainedRow | undefined> {
  const answer = await sql<ExplainedRow>`
    select ${clockColumns}, p.name as "policyName", p.version as "policyNow", c.name as "calendarName",
      c.version as "calendarNow"
    from clock k join clock_policy p on p.id = k.policy_id left join calendar c on c.id = k.calendar_id
    where k.id = ${clockId}`.execute(tx)
  return answer.rows[0]
}
