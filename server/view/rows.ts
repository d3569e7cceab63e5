import type { ClockKind } from '../../domain/clock/kinds.ts'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import type { ConversationState, OrderStage } from '../../domain/conversation/state.ts'
import { wireTypes } from '../platform/postgres/column-types.ts'
import type { Platform } from '../platform/work.ts'

/** A conversation as lists show it, from the database; read with `wireTypes`. */
export interface RowRecord {
  id: number
  brand_id: number
  shop_id: number
  channel_id: number
  customer_id: number
  customer_name: string | null
  state: ConversationState
  assignee_id: number | null
  assignee_name: string | null
  team_id: number | null
  language: string | null
  topic_id: number | null
  tag_ids: number[]
  spam: boolean
  repeat: boolean
  preview_seq: number
  last_message_at: string
  preview: string
  preview_by: 'customer' | 'staff' | 'system'
  waiting_since: string | null
  started_at: string
  warn_at: string | null
  due_at: string | null
  due_kind: ClockKind | null
  priority: number
  stage: OrderStage | null
  owner_id: number | null
  offline_message_at: string | null
  score: number | null
}

/** Columns of a list row; `c` is the conversation, joined by `rowJoins`. */
export const rowColumns = `
  c.id, c.brand_id, c.shop_id, c.channel_id, c.customer_id, u.name as customer_name, c.state, c.assignee_id,
  a.name as assignee_name, c.team_id, c.language, c.topic_id,
  array(select t.tag_id from conversation_tag t where t.conversation_id = c.id order by t.tag_id) as tag_ids,
  c.spam, c.repeat, c.preview_seq, c.last_message_at, coalesce(left(p.text, 120), '') as preview,
  coalesce(p.author_kind, 'customer') as preview_by, c.waiting_since, c.started_at,
  c.warn_at, c.due_at, c.due_kind, c.priority, c.stage, c.owner_id, c.offline_message_at,
  case when c.state = 'ended' then (select r.score from rating r where r.conversation_id = c.id) end as score`

export const rowJoins = `
  join customer u on u.id = c.customer_id
  left join staff a on a.id = c.assignee_id
  left join message p on p.conversation_id = c.id and p.seq = c.preview_seq`

/** The row as it crosses the wire. */
export function rowOf(record: RowRecord): ConversationRow {
  return {
    id: record.id,
    brandId: record.brand_id,
    shopId: record.shop_id,
    channelId: record.channel_id,
    customerId: record.customer_id,
    customerName: record.customer_name,
    state: record.state,
    assigneeId: record.assignee_id,
    assigneeName: record.assignee_name,
    teamId: record.team_id,
    language: record.language,
    topicId: record.topic_id,
    tagIds: record.tag_ids,
    spam: record.spam,
    repeat: record.repeat,
    lastSeq: record.preview_seq,
    lastMessageAt: record.last_message_at,
    preview: record.preview,
    previewBy: record.preview_by,
    waitingSince: record.waiting_since,
    startedAt: record.started_at,
    warnAt: record.warn_at,
    dueAt: record.due_at,
    dueKind: record.due_kind,
    priority: record.priority,
    stage: record.stage,
    ownerId: record.owner_id,
    offlineMessageAt: record.offline_message_at,
    score: record.score,
  }
}

/** Rows of these conversations, in no order. Not checked: for those who may see them already. */
export async function rowsById(platform: Platform, ids: readonly number[]): Promise<ConversationRow[]> {
  const found = await platform.pool.query<RowRecord>({
    name: 'view_rows',
    text: `select ${rowColumns} from conversation c ${rowJoins} where c.id = any($1::bigint[])`,
    values: [[...ids]],
    types: wireTypes,
  })
  return found.rows.map(rowOf)
}
