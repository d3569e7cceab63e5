import { sql } from 'kysely'
import type { Reason, Standing } from '../../../domain/assignment/shapes.ts'
import type { Tx } from '../../platform/work.ts'
import { type PresenceRow, presenceColumns } from './agents.ts'

export interface Locked {
  /** Conversations that still wait and that nobody else holds. */
  readonly free: ReadonlySet<number>
  /** Agents who are not suspended. */
  readonly agents: readonly PresenceRow[]
  /** Whether somebody's stretch is open that the log's reader has not ended yet. */
  readonly open: boolean
}

/**
 * Locks conversations first, then agents, each in the order of their numbers: the order in which everybody locks.
 * One round trip, because a customer waits for it.
 */
export async function lockForClaim(
  tx: Tx,
  conversationIds: readonly number[],
  staffIds: readonly number[],
): Promise<Locked> {
  const found = await sql<PresenceRow & { free: number[]; open: boolean }>`
    with c as materialized (
      select c.id from conversation c
      where c.id = any(${[...conversationIds]}::bigint[]) and c.state = 'queued' and c.assignee_id is null
      order by c.id for update skip locked
    ), held as materialized (
      select coalesce(array_agg(id), '{}') as free, coalesce(bool_or(exists (
        select from assignment a where a.conversation_id = c.id and a.ended_at is null)), false) as open
      from c
    ), p as materialized (
      select ${presenceColumns} from presence p join staff s on s.id = p.staff_id and s.suspended_at is null
      where p.staff_id = any(${[...staffIds]}::bigint[]) and (select free from held) <> '{}'
      order by p.staff_id for update of p
    )
    select p.*, held.free, held.open from p cross join held`.execute(tx)
  const [row] = found.rows
  return { free: new Set(row?.free), agents: found.rows, open: row?.open ?? false }
}

/** A decision on its way into the tables. */
export interface Claim {
  readonly conversationId: number
  readonly staffId: number
  readonly policyVersion: number
  readonly reason: Reason
  readonly runnersUp: readonly Standing[]
  readonly queuedAt: Date
  readonly answerBy: Date
}

/** Ends what the log's reader has not ended yet, so that one row is open for a conversation at most. */
export async function endOpen(
  tx: Tx,
  ids: readonly number[],
  how: 'released' | 'transferred' | 'taken',
  now: Date,
): Promise<void> {
  await sql`
    update assignment set ended_at = greatest(decided_at, ${now}), ended_how = ${how}, answer_by = null
    where conversation_id = any(${[...ids]}::bigint[]) and ended_at is null`.execute(tx)
}

/**
 * Gives locked conversations to locked agents: conversation, assignment, step in the thread, events and queue in
 * one statement. Written by hand for all at once, because a thousand of these a second are promised; states follow
 * `take` of the table in `domain/conversation/transitions.ts`.
 */
export async function insertClaims(tx: Tx, claims: readonly Claim[], now: Date): Promise<void> {
  await sql`
    with d as (
      select * from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as d("conversationId" bigint,
        "staffId" bigint, "policyVersion" int, reason jsonb, "runnersUp" jsonb, "queuedAt" timestamptz,
        "answerBy" timestamptz)
    ), c as (
      update conversation c set state = 'in_service', assignee_id = d."staffId", last_seq = c.last_seq + 1,
        active_at = date_trunc('minute', ${now}::timestamptz, 'UTC')
      from d where c.id = d."conversationId"
      returning c.id, c.brand_id, c.shop_id, c.last_seq, d."staffId" as staff_id,
        array_remove(array['shop:' || c.shop_id, 'conversation:' || c.id, 'staff:' || d."staffId",
          'team:' || c.team_id], null) as audience
    ), q as (
      delete from queue_entry q using d where q.conversation_id = d."conversationId"
    ), a as (
      insert into assignment (brand_id, conversation_id, staff_id, how, policy_version, reason, runners_up, queued_at,
        decided_at, answer_by)
      select c.brand_id, c.id, d."staffId", 'auto', d."policyVersion", d.reason, d."runnersUp", d."queuedAt",
        ${now}::timestamptz, d."answerBy"
      from d join c on c.id = d."conversationId"
      returning id, conversation_id, policy_version
    ), m as (
      insert into message (brand_id, conversation_id, seq, kind, author_kind, text, data, created_at)
      select c.brand_id, c.id, c.last_seq, 'step', 'system', 'assigned',
        jsonb_build_object('staffId', c.staff_id), ${now}::timestamptz
      from c
      returning id, conversation_id, seq
    )
    insert into event (epoch, name, v, brand_id, actor_kind, data, audience, happened_at)
    select l.epoch, e.name, 1, c.brand_id, 'system', e.data, c.audience, ${now}::timestamptz
    from c join a on a.conversation_id = c.id join m on m.conversation_id = c.id cross join log_epoch l
    cross join lateral (values
      ('conversation.assigned', jsonb_build_object('conversationId', c.id, 'staffId', c.staff_id,
        'assignmentId', a.id, 'from', 'queued', 'policyVersion', a.policy_version)),
      ('message.appended', jsonb_build_object('conversationId', c.id, 'messageId', m.id, 'seq', m.seq,
        'kind', 'step', 'by', 'system', 'staffId', null, 'shopId', c.shop_id, 'from', 'queued', 'to', 'in_service'))
    ) as e(name, data)`.execute(tx)
}
