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

/** Which clocks of a conversation are open, in few words: `round`, or `resolution-` when it is paused. */
export interface OpenClocks {
  readonly conversationId: number
  readonly open: string | null
  /** Whether the first response was clocked once. */
  readonly first: boolean
  readonly any: boolean
}

/** What is known of these conversations' clocks; those without any are left out. One row each, cheap. */
export async function selectOpenClocks(tx: Tx, conversationIds: readonly number[]): Promise<OpenClocks[]> {
  const answer = await sql<OpenClocks>`
    select k.conversation_id as "conversationId", bool_or(k.kind = 'first_response') as first, true as any,
      string_agg(k.kind || case when k.due_at is null then '-' else '' end, ',') filter (where k.ended_at is null)
        as open
    from clock k where k.conversation_id = any(${[...conversationIds]}::bigint[])
    group by k.conversation_id`.execute(tx)
  return answer.rows
}

/** The open clocks of these conversations, locked. */
export async function lockOpenClocks(tx: Tx, conversationIds: readonly number[]): Promise<ClockRow[]> {
  const answer = await sql<ClockRow>`
    select ${clockColumns} from clock k
    where k.conversation_id = any(${[...conversationIds]}::bigint[]) and k.ended_at is null
    order by k.id for update`.execute(tx)
  return answer.rows
}

/** Where a conversation stands when a clock of it starts. */
export interface ClockPlace {
  readonly id: number
  readonly brandId: number
  readonly shopId: number
  readonly channelId: number
  readonly topicId: number | null
  readonly teamId: number | null
  readonly assigneeId: number | null
  readonly priority: number
  readonly tagIds: number[]
}

export async function selectPlaces(tx: Tx, conversationIds: readonly number[]): Promise<ClockPlace[]> {
  const answer = await sql<ClockPlace>`
    select c.id, c.brand_id as "brandId", c.shop_id as "shopId", c.channel_id as "channelId",
      c.topic_id as "topicId", c.team_id as "teamId", c.assignee_id as "assigneeId", c.priority,
      array(select t.tag_id from customer_tag t where t.customer_id = c.customer_id) as "tagIds"
    from conversation c where c.id = any(${[...conversationIds]}::bigint[])`.execute(tx)
  return answer.rows
}

/** Each topic of these brands with the one above it. */
export async function selectTopicParents(
  tx: Tx,
  brandIds: readonly number[],
): Promise<Map<number, number | null>> {
  const answer = await sql<{ id: number; parent_id: number | null }>`
    select id, parent_id from topic where brand_id = any(${[...brandIds]}::bigint[])`.execute(tx)
  return new Map(answer.rows.map((row) => [row.id, row.parent_id]))
}

/** Conversations among these (with a line's number each) in which a person of the staff wrote before that line. */
export async function selectAnsweredBefore(
  tx: Tx,
  lines: readonly { readonly conversationId: number; readonly seq: number }[],
): Promise<Set<number>> {
  const answer = await sql<{ id: number }>`
    select l.id from unnest(${lines.map((line) => line.conversationId)}::bigint[],
      ${lines.map((line) => line.seq)}::int[]) as l (id, seq)
    where exists (
      select from message a where a.conversation_id = l.id and a.seq < l.seq and a.kind = 'message'
        and a.author_kind = 'staff' and exists (
          select from message q where q.conversation_id = l.id and q.seq < a.seq and q.kind = 'message'
            and q.author_kind = 'customer'))`.execute(tx)
  return new Set(answer.rows.map((row) => row.id))
}

/** A clock as it is written: all that may differ from one to the next. */
export interface WrittenClock {
  readonly stage: ClockStage
  readonly warnAt: Date | null
  readonly dueAt: Date | null
  readonly nextAt: Date | null
  readonly pauses: readonly (readonly [number, number | null])[]
  readonly stepsDone: number
  readonly staffId: number | null
  readonly breachedAt: Date | null
  readonly endedAt: Date | null
}

export interface NewClock extends WrittenClock {
  readonly brandId: number
  readonly conversationId: number
  readonly kind: ClockKind
  readonly policyId: number
  readonly policyVersion: number
  readonly calendarId: number | null
  readonly calendarVersion: number | null
  readonly targetMs: number
  readonly startedAt: Date
}

const writtenShape = sql`stage text, "warnAt" timestamptz, "dueAt" timestamptz, "nextAt" timestamptz, pauses jsonb,
  "stepsDone" smallint, "staffId" bigint, "breachedAt" timestamptz, "endedAt" timestamptz`

/** Writes new clocks; answers their numbers with what tells them apart. */
export async function insertClocks(
  tx: Tx,
  clocks: readonly NewClock[],
): Promise<{ id: number; conversationId: number; kind: ClockKind; startedAt: Date }[]> {
  if (clocks.length === 0) return []
  const answer = await sql<{ id: number; conversationId: number; kind: ClockKind; startedAt: Date }>`
    insert into clock (brand_id, conversation_id, kind, stage, policy_id, policy_version, calendar_id,
      calendar_version, target_ms, started_at, warn_at, due_at, next_at, pauses, steps_done, staff_id, breached_at,
      ended_at)
    select "brandId", "conversationId", kind, stage, "policyId", "policyVersion", "calendarId", "calendarVersion",
      "targetMs", "startedAt", "warnAt", "dueAt", "nextAt", pauses, "stepsDone", "staffId", "breachedAt", "endedAt"
    from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as r ("brandId" bigint, "conversationId" bigint,
      kind text, "policyId" bigint, "policyVersion" int, "calendarId" bigint, "calendarVersion" int,
      "targetMs" bigint, "startedAt" timestamptz, ${writtenShape})
    on conflict do nothing
    returning id, conversation_id as "conversationId", kind, started_at as "startedAt"`.execute(tx)
  return answer.rows
}

export async function updateClocks(
  tx: Tx,
  clocks: readonly (WrittenClock & { readonly id: number })[],
): Promise<void> {
  if (clocks.length === 0) return
  await sql`
    update clock k set stage = r.stage, warn_at = r."warnAt", due_at = r."dueAt", next_at = r."nextAt",
      pauses = r.pauses, steps_done = r."stepsDone", staff_id = r."staffId", breached_at = r."breachedAt",
      ended_at = r."endedAt"
    from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as r (id bigint, ${writtenShape})
    where k.id = r.id`.execute(tx)
}

/** Tells conversations of their nearest open clock; those whose nearest stayed are not touched. */
export async function tellNearest(tx: Tx, conversationIds: readonly number[]): Promise<void> {
  await sql`
    update conversation c set due_at = n.due_at, warn_at = n.warn_at, due_kind = n.kind
    from (
      select i.id, k.due_at, k.warn_at, k.kind from unnest(${[...conversationIds]}::bigint[]) as i (id)
      left join lateral (
        select k.due_at, k.warn_at, k.kind from clock k
        where k.conversation_id = i.id and k.ended_at is null and k.due_at is not null
        order by k.due_at, k.id limit 1
      ) k on true
    ) n
    where c.id = n.id
      and (c.due_at, c.warn_at, c.due_kind) is distinct from (n.due_at, n.warn_at, n.kind)`.execute(tx)
}

/** Conversations among these in which the customer has written. */
export async function selectWrittenTo(tx: Tx, conversationIds: readonly number[]): Promise<Set<number>> {
  const answer = await sql<{ id: number }>`
    select l.id from unnest(${[...conversationIds]}::bigint[]) as l (id)
    where exists (
      select from message q where q.conversation_id = l.id and q.kind = 'message' and q.author_kind = 'customer')`.execute(
    tx,
  )
  return new Set(answer.rows.map((row) => row.id))
}
