import { sql } from 'kysely'
import type { ConversationState } from '../../../domain/conversation/state.ts'
import type { Tx } from '../../platform/work.ts'

export interface StepInput {
  readonly conversationId: number
  readonly code: string
  readonly data?: Readonly<Record<string, unknown>>
  /** The state before, where the step moved the conversation; its row holds the one after it already. */
  readonly from?: ConversationState
}

export interface StepLine {
  readonly conversationId: number
  readonly brandId: number
  readonly shopId: number
  readonly teamId: number | null
  readonly assigneeId: number | null
  readonly messageId: number
  readonly seq: number
  readonly from: ConversationState
  readonly to: ConversationState
}

/** Appends steps of the system, one for each conversation. */
export async function insertSteps(tx: Tx, steps: readonly StepInput[], now: Date): Promise<StepLine[]> {
  const answer = await sql<StepLine>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
        as r ("conversationId" bigint, code text, data jsonb, "from" text)
    ), c as (
      update conversation c set last_seq = c.last_seq + 1, active_at = date_trunc('minute', ${now}::timestamptz, 'UTC')
      from wanted w where c.id = w."conversationId"
      returning c.id, c.brand_id, c.shop_id, c.team_id, c.assignee_id, c.last_seq, c.state, w.code, w.data, w."from"
    ), m as (
      insert into message (brand_id, conversation_id, seq, kind, author_kind, author_id, text, data, created_at)
      select brand_id, id, last_seq, 'step', 'system', null, code, data, ${now} from c
      returning id, conversation_id
    )
    select c.id as "conversationId", c.brand_id as "brandId", c.shop_id as "shopId", c.team_id as "teamId",
      c.assignee_id as "assigneeId", m.id as "messageId", c.last_seq as seq, coalesce(c."from", c.state) as "from",
      c.state as "to"
    from c join m on m.conversation_id = c.id`.execute(tx)
  return answer.rows
}
