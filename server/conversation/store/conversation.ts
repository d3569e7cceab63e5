import { sql } from 'kysely'
import type { ConversationState } from '../../../domain/conversation/state.ts'
import type { Reach } from '../../../domain/staff/scope.ts'
import type { Tx } from '../../platform/work.ts'

/** What rules and actions need of a conversation. */
export interface ConversationRecord {
  readonly id: number
  readonly publicId: string
  readonly brandId: number
  readonly shopId: number
  readonly channelId: number
  readonly customerId: number
  readonly state: ConversationState
  readonly assigneeId: number | null
  readonly teamId: number | null
  readonly lastSeq: number
  readonly topicId: number | null
  readonly spam: boolean
}

const columns = sql`c.id, c.public_id as "publicId", c.brand_id as "brandId", c.shop_id as "shopId",
  c.channel_id as "channelId", c.customer_id as "customerId", c.state, c.assignee_id as "assigneeId",
  c.team_id as "teamId", c.last_seq as "lastSeq", c.topic_id as "topicId", c.spam`

/** SQL that is true for a conversation `c` which the reach covers, or which the person has. */
export function withinReach(reach: Reach, staffId: number) {
  return sql<boolean>`(${reach.everything} or c.brand_id = any(${[...reach.brandIds]}::bigint[])
    or c.shop_id = any(${[...reach.shopIds]}::bigint[]) or c.team_id = any(${[...reach.teamIds]}::bigint[])
    or c.assignee_id = ${staffId})`
}

/** Finds one within reach; `lock` keeps it until the transaction ends. */
export async function findConversation(
  tx: Tx,
  id: number,
  reach: Reach,
  staffId: number,
  lock: boolean,
): Promise<ConversationRecord | null> {
  const found = await sql<ConversationRecord>`
    select ${columns} from conversation c
    where c.id = ${id} and ${withinReach(reach, staffId)}
    ${lock ? sql`for update` : sql``}`.execute(tx)
  return found.rows[0] ?? null
}

/** Resolved ones whose time is over, locked. */
export async function findOverdueResolved(tx: Tx, now: Date, limit: number): Promise<ConversationRecord[]> {
  const found = await sql<ConversationRecord>`
    select ${columns} from conversation c
    where c.state = 'resolved' and c.ends_at <= ${now}
    order by c.ends_at limit ${limit} for update skip locked`.execute(tx)
  return found.rows
}

/** Columns that an action may change. Undefined ones stay. */
export interface ConversationChange {
  state?: ConversationState
  assigneeId?: number | null
  teamId?: number | null
  topicId?: number | null
  outcome?: string | null
  wrapUpNote?: string | null
  spam?: boolean
  waitingSince?: Date | null
  enqueuedAt?: Date
  resolvedAt?: Date | null
  endedAt?: Date | null
  endsAt?: Date | null
}

export async function updateConversation(tx: Tx, id: number, change: ConversationChange): Promise<void> {
  await tx
    .updateTable('conversation')
    .set({
      state: change.state,
      assignee_id: change.assigneeId,
      team_id: change.teamId,
      topic_id: change.topicId,
      outcome: change.outcome,
      wrap_up_note: change.wrapUpNote,
      spam: change.spam,
      waiting_since: change.waitingSince,
      enqueued_at: change.enqueuedAt,
      resolved_at: change.resolvedAt,
      ended_at: change.endedAt,
      ends_at: change.endsAt,
    })
    .where('id', '=', id)
    .execute()
}

export async function replaceTags(
  tx: Tx,
  brandId: number,
  id: number,
  tagIds: readonly number[],
): Promise<void> {
  await tx.deleteFrom('conversation_tag').where('conversation_id', '=', id).execute()
  if (tagIds.length === 0) return
  await tx
    .insertInto('conversation_tag')
    .values(tagIds.map((tagId) => ({ brand_id: brandId, conversation_id: id, tag_id: tagId })))
    .execute()
}

/** Moves the reading mark forward, never back; answers whether it moved. */
export async function moveReadMark(
  tx: Tx,
  staffId: number,
  id: number,
  seq: number,
  now: Date,
): Promise<boolean> {
  const moved = await sql`
    insert into conversation_desk as d (staff_id, conversation_id, read_seq, updated_at)
    values (${staffId}, ${id}, ${seq}, ${now})
    on conflict (staff_id, conversation_id) do update set read_seq = excluded.read_seq, updated_at = excluded.updated_at
    where d.read_seq < excluded.read_seq
    returning read_seq`.execute(tx)
  return moved.rows.length > 0
}

/** What the customer sees as read by the shop. */
export async function moveShopReadMark(tx: Tx, id: number, seq: number): Promise<boolean> {
  const moved = await sql`
    update conversation set shop_read_seq = least(${seq}::int, last_seq)
    where id = ${id} and shop_read_seq < least(${seq}::int, last_seq) returning id`.execute(tx)
  return moved.rows.length > 0
}

export async function writeDraft(
  tx: Tx,
  staffId: number,
  id: number,
  text: string,
  now: Date,
): Promise<void> {
  await sql`
    insert into conversation_desk (staff_id, conversation_id, draft, updated_at)
    values (${staffId}, ${id}, ${text}, ${now})
    on conflict (staff_id, conversation_id) do update set draft = excluded.draft, updated_at = excluded.updated_at`.execute(
    tx,
  )
}
