import { sql } from 'kysely'
import type { Asked, Requirements } from '../../../domain/assignment/shapes.ts'
import type { Tx } from '../../platform/work.ts'

export interface WaitingRow {
  readonly brandId: number
  readonly groupId: number
  readonly enqueuedAt: Date
  readonly step: number
  readonly stepAt: Date | null
  readonly units: number
  readonly asked: Asked
  readonly asks: Requirements
  readonly stickyStaffId: number | null
  readonly stickyUntil: Date | null
  readonly stickyPausedUntil: Date | null
  readonly returnedFrom: number[]
  readonly returnedUntil: Date | null
  readonly place: number
}

/** The entry of a conversation that waits, with its place among those that ask the same, counted to 1,000. */
export async function selectWaiting(tx: Tx, conversationId: number): Promise<WaitingRow | null> {
  const found = await sql<WaitingRow>`
    select q.brand_id as "brandId", q.group_id as "groupId", q.enqueued_at as "enqueuedAt", q.step,
      q.step_at as "stepAt", q.units, q.asked, g.requirements as asks, q.sticky_staff_id as "stickyStaffId",
      q.sticky_until as "stickyUntil", q.sticky_paused_until as "stickyPausedUntil",
      q.returned_from as "returnedFrom", q.returned_until as "returnedUntil",
      1 + (select count(*)::int from (
        select from queue_entry o where o.group_id = q.group_id
          and (o.order_key, o.conversation_id) < (q.order_key, q.conversation_id) limit 1000) ahead) as place
    from queue_entry q join requirement_group g on g.id = q.group_id
    where q.conversation_id = ${conversationId}`.execute(tx)
  return found.rows[0] ?? null
}

/** How many of a shop's conversations somebody began to serve since a moment. */
export async function countServed(tx: Tx, shopId: number, since: Date): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from assignment a join conversation c on c.id = a.conversation_id
      where a.decided_at >= ${since} and c.shop_id = ${shopId} and a.how in ('auto', 'pull', 'take', 'reply') limit 5000
    ) served`.execute(tx)
  return found.rows[0]?.count ?? 0
}
