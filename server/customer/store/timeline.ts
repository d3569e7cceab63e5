import { sql } from 'kysely'
import type { Reach } from '../../../domain/staff/scope.ts'
import type { Tx } from '../../platform/work.ts'
import { reachedConversation } from './reach.ts'

export interface TimelineRow {
  id: number
  state: string
  shop_id: number
  channel_id: number
  started_at: Date
  last_message_at: Date
  preview: string
  topic_id: number | null
  outcome: string | null
  assignee_id: number | null
  repeat: boolean
}

type ConversationReach = Reach & { readonly staffId: number }

/** Conversations of a customer within reach, newest first; `preview` is the beginning of the last public message. */
export async function selectTimeline(
  tx: Tx,
  customerId: number,
  reach: ConversationReach,
  before: number | null,
  limit: number,
): Promise<TimelineRow[]> {
  const answer = await sql<TimelineRow>`
    select v.id, v.state, v.shop_id, v.channel_id, v.started_at, v.last_message_at,
      coalesce(left(m.text, 120), '') as preview, v.topic_id, v.outcome, v.assignee_id, v.repeat
    from conversation v
    left join message m on m.conversation_id = v.id and m.seq = v.preview_seq
    where v.customer_id = ${customerId} and (${before}::bigint is null or v.id < ${before}::bigint)
      and ${reachedConversation(reach)}
    order by v.id desc limit ${limit}`.execute(tx)
  return answer.rows
}

export async function countConversations(
  tx: Tx,
  customerId: number,
  reach: ConversationReach,
): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*)::int as count from conversation v
    where v.customer_id = ${customerId} and ${reachedConversation(reach)}`.execute(tx)
  return answer.rows[0]?.count ?? 0
}
