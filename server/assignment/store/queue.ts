import { sql } from 'kysely'
import type { Asked, Requirements } from '../../../domain/assignment/shapes.ts'
import type { OrderState } from '../../../domain/assignment/stage.ts'
import type { OrderStage } from '../../../domain/conversation/state.ts'
import type { Tx } from '../../platform/work.ts'

/** A conversation that waits, with all that its entry in the queue is computed from. */
export interface QueuedRow {
  readonly id: number
  readonly brandId: number
  readonly shopId: number
  readonly channelId: number
  readonly language: string | null
  readonly topicId: number | null
  readonly teamId: number | null
  readonly priority: number
  readonly stage: OrderStage | null
  readonly orderState: OrderState | null
  readonly customerTagIds: number[]
  readonly enqueuedAt: Date
  readonly dueAt: Date | null
  readonly offlineMessageAt: Date | null
  readonly units: number
  /** The last agent of this customer, and when that was. */
  readonly lastStaffId: number | null
  readonly lastAt: Date | null
  /** Who let it go in the last day, and when the last of them did. */
  readonly returnedFrom: number[]
  readonly returnedAt: Date | null
  /** The step at which its entry stands already. */
  readonly step: number | null
}

/** Those of these conversations that wait. What the shop has signed outranks what the page says. */
export async function selectQueued(tx: Tx, ids: readonly number[], now: Date): Promise<QueuedRow[]> {
  const found = await sql<QueuedRow>`
    select c.id, c.brand_id as "brandId", c.shop_id as "shopId", c.channel_id as "channelId", c.language,
      c.topic_id as "topicId", c.team_id as "teamId", c.priority, c.stage,
      coalesce((select v.order_state from visitor v where v.customer_id = c.customer_id and v.order_state is not null
        order by v.id desc limit 1), c.source ->> 'orderState') as "orderState",
      array(select t.tag_id from customer_tag t where t.customer_id = c.customer_id) as "customerTagIds",
      c.enqueued_at as "enqueuedAt", c.due_at as "dueAt", c.offline_message_at as "offlineMessageAt", h.units,
      coalesce(own.staff_id, past.assignee_id) as "lastStaffId", coalesce(own.at, past.at) as "lastAt",
      coalesce(back.staff_ids, '{}') as "returnedFrom", back.at as "returnedAt", q.step
    from conversation c
    join channel h on h.id = c.channel_id
    left join queue_entry q on q.conversation_id = c.id
    left join lateral (
      select a.staff_id, coalesce(a.ended_at, a.decided_at) as at from assignment a
      where a.conversation_id = c.id order by a.id desc limit 1
    ) own on true
    left join lateral (
      select p.assignee_id, coalesce(p.ended_at, p.last_message_at) as at from conversation p
      where p.customer_id = c.customer_id and p.id < c.id order by p.id desc limit 1
    ) past on true
    left join lateral (
      select array_agg(distinct a.staff_id) as staff_ids, max(a.ended_at) as at from assignment a
      where a.conversation_id = c.id and a.ended_how in ('silent', 'offline', 'released', 'transferred')
        and a.ended_at > ${now}::timestamptz - interval '1 day'
    ) back on true
    where c.id = any(${[...ids]}::bigint[]) and c.state = 'queued' and c.assignee_id is null`.execute(tx)
  return found.rows
}

export interface NewEntry {
  readonly conversationId: number
  readonly brandId: number
  readonly groupId: number
  readonly orderKey: Date
  readonly enqueuedAt: Date
  readonly since: Date
  readonly step: number
  readonly stepAt: Date | null
  readonly units: number
  readonly priority: number
  readonly asked: Asked
  readonly stickyStaffId: number | null
  readonly stickyUntil: Date | null
  readonly stickyPausedUntil: Date | null
  readonly returnedFrom: readonly number[]
  readonly returnedUntil: Date | null
}

/** Puts these into the queue, or makes their entries what they should be. */
export async function upsertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`
    insert into queue_entry (conversation_id, brand_id, group_id, order_key, enqueued_at, since, step, step_at, units,
      priority, asked, sticky_staff_id, sticky_until, sticky_paused_until, returned_from, returned_until)
    select e."conversationId", e."brandId", e."groupId", e."orderKey", e."enqueuedAt", e.since, e.step, e."stepAt",
      e.units, e.priority, e.asked, e."stickyStaffId", e."stickyUntil", e."stickyPausedUntil", e."returnedFrom",
      e."returnedUntil"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e("conversationId" bigint, "brandId" bigint,
      "groupId" bigint, "orderKey" timestamptz, "enqueuedAt" timestamptz, since timestamptz, step smallint,
      "stepAt" timestamptz, units float8, priority smallint, asked jsonb, "stickyStaffId" bigint,
      "stickyUntil" timestamptz, "stickyPausedUntil" timestamptz, "returnedFrom" bigint[], "returnedUntil" timestamptz)
    order by e."conversationId"
    on conflict (conversation_id) do update set group_id = excluded.group_id, order_key = excluded.order_key,
      enqueued_at = excluded.enqueued_at, since = excluded.since, step = excluded.step, step_at = excluded.step_at,
      units = excluded.units, priority = excluded.priority, asked = excluded.asked,
      sticky_staff_id = excluded.sticky_staff_id, sticky_until = excluded.sticky_until,
      sticky_paused_until = excluded.sticky_paused_until, returned_from = excluded.returned_from,
      returned_until = excluded.returned_until, stale = false`.execute(tx)
}

/** Takes these out of the queue. */
export async function deleteEntries(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from queue_entry where conversation_id = any(${[...ids]}::bigint[])`.execute(tx)
}

/** Takes out those of these that do not wait any more, whatever the log has told; answers how many. */
export async function deleteDead(tx: Tx, ids: readonly number[]): Promise<number> {
  const done = await sql`
    delete from queue_entry q using conversation c
    where q.conversation_id = any(${[...ids]}::bigint[]) and c.id = q.conversation_id and c.state <> 'queued'`.execute(
    tx,
  )
  return Number(done.numAffectedRows ?? 0)
}

/** Sets stage and team where the rules say more than the conversation knows. */
export async function updateSorted(
  tx: Tx,
  sorted: readonly { id: number; stage: OrderStage | null; teamId: number | null }[],
): Promise<void> {
  if (sorted.length === 0) return
  await sql`
    update conversation c set stage = coalesce(s.stage, c.stage), team_id = coalesce(c.team_id, s."teamId")
    from (select * from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) as s(id bigint, stage text, "teamId" bigint)
      order by id) s
    where c.id = s.id`.execute(tx)
}

/** Entries whose computation is out of date. */
export async function selectStale(tx: Tx, limit: number): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select conversation_id as id from queue_entry where stale order by conversation_id limit ${limit}`.execute(
    tx,
  )
  return found.rows.map((row) => row.id)
}

export interface GroupRow {
  readonly id: number
  readonly brandId: number
  readonly key: string
  readonly asks: Requirements
}

/** Groups that were made after this one. */
export async function selectGroupsAfter(tx: Tx, id: number): Promise<GroupRow[]> {
  const found = await sql<GroupRow>`
    select id, brand_id as "brandId", key, requirements as asks from requirement_group where id > ${id} order by id`.execute(
    tx,
  )
  return found.rows
}

/** The groups of these requirements, made where there are none yet; in no order. */
export async function ensureGroups(
  tx: Tx,
  wanted: readonly { brandId: number; key: string; asks: Requirements }[],
): Promise<GroupRow[]> {
  const input = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("brandId" bigint, key text, asks jsonb)`
  await sql`
    insert into requirement_group (brand_id, key, requirements) select "brandId", key, asks from ${input}
    order by key on conflict do nothing`.execute(tx)
  const found = await sql<GroupRow>`
    select g.id, g.brand_id as "brandId", g.key, g.requirements as asks
    from ${input} join requirement_group g on g.brand_id = w."brandId" and g.key = w.key`.execute(tx)
  return found.rows
}

export interface EntryRow {
  readonly conversationId: number
  readonly groupId: number
  readonly orderKey: Date
  readonly enqueuedAt: Date
  readonly units: number
  readonly step: number
  readonly stickyStaffId: number | null
  readonly stickyUntil: Date | null
  readonly stickyPausedUntil: Date | null
  readonly returnedFrom: number[]
  readonly returnedUntil: Date | null
}

const entryColumns = sql`q.conversation_id as "conversationId", q.group_id as "groupId", q.order_key as "orderKey",
  q.enqueued_at as "enqueuedAt", q.units, q.step, q.sticky_staff_id as "stickyStaffId",
  q.sticky_until as "stickyUntil", q.sticky_paused_until as "stickyPausedUntil",
  q.returned_from as "returnedFrom", q.returned_until as "returnedUntil"`

/** Which of these groups have anybody waiting. */
export async function selectOccupied(tx: Tx, groupIds: readonly number[]): Promise<number[]> {
  if (groupIds.length === 0) return []
  const found = await sql<{ id: number }>`
    select g.id from unnest(${[...groupIds]}::bigint[]) as g(id)
    where exists (select from queue_entry q where q.group_id = g.id)`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** The first entries of each group, and those that wait for somebody who takes only their own. */
export async function selectHeads(
  tx: Tx,
  groups: readonly { id: number; most: number }[],
  pausedIds: readonly number[],
): Promise<EntryRow[]> {
  const found = await sql<EntryRow>`
    select ${entryColumns}
    from unnest(${groups.map((one) => one.id)}::bigint[], ${groups.map((one) => one.most)}::int[]) as g(id, most)
    cross join lateral (
      select * from queue_entry q where q.group_id = g.id order by q.order_key, q.conversation_id limit g.most
    ) q
    ${
      pausedIds.length === 0
        ? sql``
        : sql`union select ${entryColumns} from queue_entry q where q.sticky_staff_id = any(${[...pausedIds]}::bigint[])`
    }`.execute(tx)
  return found.rows
}

export interface DueStep {
  readonly conversationId: number
  readonly brandId: number
  readonly shopId: number
  readonly step: number
  readonly since: Date
  readonly asked: Asked
}

/** Entries whose next step of the ladder is due, locked. */
export async function lockDueSteps(tx: Tx, now: Date, limit: number): Promise<DueStep[]> {
  const found = await sql<DueStep>`
    select q.conversation_id as "conversationId", q.brand_id as "brandId", (q.asked ->> 'shopId')::bigint as "shopId",
      q.step, q.since, q.asked
    from queue_entry q where q.step_at <= ${now}
    order by q.step_at, q.conversation_id limit ${limit} for update skip locked`.execute(tx)
  return found.rows
}

/** Moves entries down the ladder. */
export async function moveSteps(
  tx: Tx,
  moves: readonly { conversationId: number; groupId: number; step: number; stepAt: Date | null }[],
): Promise<void> {
  await sql`
    update queue_entry q set group_id = m."groupId", step = m.step, step_at = m."stepAt"
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
      as m("conversationId" bigint, "groupId" bigint, step smallint, "stepAt" timestamptz)
    where q.conversation_id = m."conversationId"`.execute(tx)
}

/** Says of each what was dropped. */
export async function insertRelaxed(
  tx: Tx,
  relaxed: readonly {
    conversationId: number
    brandId: number
    shopId: number
    step: number
    dropped: readonly string[]
  }[],
  now: Date,
): Promise<void> {
  await sql`
    insert into event (epoch, name, v, brand_id, actor_kind, data, audience, happened_at)
    select l.epoch, 'assignment.relaxed', 1, r."brandId", 'system',
      jsonb_build_object('conversationId', r."conversationId", 'step', r.step, 'dropped', r.dropped),
      array['shop:' || r."shopId", 'conversation:' || r."conversationId"], ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(relaxed)}::jsonb) as r("conversationId" bigint, "brandId" bigint,
      "shopId" bigint, step int, dropped jsonb)
    cross join log_epoch l`.execute(tx)
}

/** The next step of everybody in these groups is due now: nobody on duty could meet what they ask. */
export async function hastenSteps(tx: Tx, groupIds: readonly number[], now: Date): Promise<number> {
  const done = await sql`
    update queue_entry set step_at = ${now} where group_id = any(${[...groupIds]}::bigint[]) and step_at > ${now}`.execute(
    tx,
  )
  return Number(done.numAffectedRows ?? 0)
}
