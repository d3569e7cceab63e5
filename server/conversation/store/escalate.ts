import { sql } from 'kysely'
import type { ConversationState } from '../../../domain/conversation/state.ts'
import type { Tx } from '../../platform/work.ts'

/** The highest priority that is reached by raising. */
const highest = 100

/** Raises the priority of open conversations by one; answers which. */
export async function raisePriorities(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const answer = await sql<{ id: number }>`
    update conversation set priority = priority + 1
    where id = any(${[...ids]}::bigint[]) and state not in ('resolved', 'ended') and priority < ${highest}
    returning id`.execute(tx)
  return answer.rows.map((row) => row.id)
}

export interface Requeued {
  readonly id: number
  readonly brandId: number
  readonly shopId: number
  readonly teamId: number | null
  /** Who had it. */
  readonly staffId: number
  readonly from: ConversationState
}

/** Puts conversations that somebody has in hand back into the queue, at their old place. */
export async function requeue(tx: Tx, ids: readonly number[]): Promise<Requeued[]> {
  const answer = await sql<Requeued>`
    update conversation c set state = 'queued', assignee_id = null
    from (
      select id, state, assignee_id from conversation
      where id = any(${[...ids]}::bigint[]) and assignee_id is not null
        and state in ('in_service', 'waiting_inside')
      order by id for update
    ) o
    where c.id = o.id
    returning c.id, c.brand_id as "brandId", c.shop_id as "shopId", c.team_id as "teamId",
      o.assignee_id as "staffId", o.state as "from"`.execute(tx)
  return answer.rows
}
