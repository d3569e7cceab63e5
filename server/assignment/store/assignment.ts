import { sql } from 'kysely'
import type { AssignmentEnd, AssignmentWay, Reason, Standing } from '../../../domain/assignment/shapes.ts'
import type { Tx } from '../../platform/work.ts'

export interface NewAssignment {
  readonly brandId: number
  readonly conversationId: number
  readonly staffId: number
  readonly how: AssignmentWay
  readonly reason: Reason
  readonly decidedAt: Date
}

/** Records that somebody has it from now on, by hand. Whoever had it before must have been ended. */
export async function insertAssignment(tx: Tx, made: NewAssignment): Promise<void> {
  await sql`
    insert into assignment (brand_id, conversation_id, staff_id, how, reason, queued_at, decided_at)
    select ${made.brandId}, ${made.conversationId}, ${made.staffId}, ${made.how}, ${JSON.stringify(made.reason)}::jsonb,
      c.enqueued_at, ${made.decidedAt}
    from conversation c where c.id = ${made.conversationId}`.execute(tx)
}

/** A stretch that begins or ends by an event of the log. */
export interface StretchStep {
  readonly conversationId: number
  readonly at: Date
  /** Number of the transaction in which it happened. */
  readonly xact: number
  /** How what was open ends; null when nothing ends. */
  readonly ends: AssignmentEnd | null
  /** Who has it from then on; null for nobody, 0 for whoever has it now. */
  readonly staffId: number | null
  readonly how: AssignmentWay
}

/**
 * Applies one step for each of these conversations. What an action has written in its own transaction already is
 * known by that transaction, and written only once; what came later stays as it is.
 */
export async function applyStretchSteps(
  tx: Tx,
  steps: readonly StretchStep[],
  reason: Reason,
): Promise<void> {
  const input = sql`jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s("conversationId" bigint, at timestamptz,
    xact bigint, ends text, "staffId" bigint, how text)`
  await sql`
    update assignment a set ended_at = s.at, ended_how = s.ends, answer_by = null
    from ${input}
    where s.ends is not null and a.conversation_id = s."conversationId" and a.ended_at is null
      and (a.decided_at, a.xact) < (s.at, s.xact)`.execute(tx)
  await sql`
    insert into assignment (brand_id, conversation_id, staff_id, how, reason, queued_at, decided_at, xact)
    select c.brand_id, c.id, has.staff_id, s.how, ${JSON.stringify(reason)}::jsonb, c.enqueued_at, s.at, s.xact
    from ${input} join conversation c on c.id = s."conversationId"
    cross join lateral (select coalesce(nullif(s."staffId", 0), c.assignee_id) as staff_id) has
    where s."staffId" is not null and has.staff_id is not null
      and not exists (select from assignment a where a.conversation_id = c.id and a.xact = s.xact)
    on conflict do nothing`.execute(tx)
}

/**
 * A person has answered: nothing goes back to the queue any more, the first to answer becomes the owner, and what
 * was left as an offline message is answered.
 */
export async function noteAnswers(
  tx: Tx,
  answers: readonly { conversationId: number; staffId: number; at: Date }[],
): Promise<void> {
  const input = sql`jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
    as s("conversationId" bigint, "staffId" bigint, at timestamptz)`
  await sql`
    update assignment a set answered_at = s.at, answer_by = null
    from ${input}
    where a.conversation_id = s."conversationId" and a.staff_id = s."staffId" and a.ended_at is null
      and a.answered_at is null and a.decided_at <= s.at`.execute(tx)
  await sql`
    update conversation c set owner_id = coalesce(c.owner_id, s."staffId"), offline_message_at = null
    from (select * from ${input} order by "conversationId") s
    where c.id = s."conversationId" and (c.owner_id is null or c.offline_message_at is not null)`.execute(tx)
}

export interface SilentRow {
  readonly conversationId: number
  readonly staffId: number
}

/** Those whose agent has not answered in time; the log's reader may not have seen an answer of just now yet. */
export async function selectSilent(tx: Tx, now: Date, limit: number): Promise<SilentRow[]> {
  const found = await sql<SilentRow>`
    select a.conversation_id as "conversationId", a.staff_id as "staffId" from assignment a
    where a.answer_by <= ${now} and a.ended_at is null and not exists (
      select from message m where m.conversation_id = a.conversation_id and m.kind = 'message'
        and m.author_kind = 'staff' and m.created_at >= a.decided_at)
    order by a.answer_by limit ${limit}`.execute(tx)
  return found.rows
}

/** Ends the open row of a locked conversation. */
export async function endAssignment(
  tx: Tx,
  conversationId: number,
  how: AssignmentEnd,
  now: Date,
): Promise<void> {
  await sql`
    update assignment set ended_at = greatest(decided_at, ${now}), ended_how = ${how}, answer_by = null
    where conversation_id = ${conversationId} and ended_at is null`.execute(tx)
}

/** Work of somebody who has left: what the customer waits for, and what only waits for the customer. */
export async function selectOpenWork(tx: Tx, staffId: number): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select c.id from conversation c join presence p on p.staff_id = c.assignee_id and p.state = 'offline'
    where c.assignee_id = ${staffId} and c.state in ('in_service', 'waiting_customer', 'waiting_inside')
    order by c.id`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** Nothing is waited for any more, although nobody has answered: work inside goes on, or it has moved. */
export async function stopWaitingForAnswer(tx: Tx, conversationId: number): Promise<void> {
  await sql`
    update assignment set answer_by = null where conversation_id = ${conversationId} and answer_by is not null`.execute(
    tx,
  )
}

export interface AssignmentRow {
  readonly id: number
  readonly conversationId: number
  readonly staffId: number
  readonly staffName: string
  readonly how: AssignmentWay
  readonly policyVersion: number | null
  readonly reason: Reason
  readonly runnersUp: (Standing & { staffName: string })[]
  readonly queuedAt: Date
  readonly decidedAt: Date
  readonly answerBy: Date | null
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
  readonly endedHow: AssignmentEnd | null
}

/** Everybody who has had a conversation, newest first. */
export async function selectAssignments(
  tx: Tx,
  conversationId: number,
  limit: number,
): Promise<AssignmentRow[]> {
  const found = await sql<AssignmentRow>`
    select a.id, a.conversation_id as "conversationId", a.staff_id as "staffId", s.name as "staffName", a.how,
      a.policy_version as "policyVersion", a.reason, a.queued_at as "queuedAt", a.decided_at as "decidedAt",
      a.answer_by as "answerBy", a.answered_at as "answeredAt", a.ended_at as "endedAt", a.ended_how as "endedHow",
      coalesce((
        select jsonb_agg(r.value || jsonb_build_object('staffName', n.name) order by r.ordinality)
        from jsonb_array_elements(a.runners_up) with ordinality r
        join staff n on n.id = (r.value ->> 'staffId')::bigint), '[]') as "runnersUp"
    from assignment a join staff s on s.id = a.staff_id
    where a.conversation_id = ${conversationId}
    order by a.id desc limit ${limit}`.execute(tx)
  return found.rows
}
