import { sql } from 'kysely'
import type { Reach } from '../../../domain/staff/scope.ts'
import type { Tx } from '../../platform/work.ts'

/** SQL that is true for a conversation `c` within reach. */
function within(reach: Reach, staffId: number) {
  return sql<boolean>`(${reach.everything} or c.brand_id = any(${[...reach.brandIds]}::bigint[])
    or c.shop_id = any(${[...reach.shopIds]}::bigint[]) or c.team_id = any(${[...reach.teamIds]}::bigint[])
    or c.assignee_id = ${staffId})`
}

/** The first of these groups by order, locked; others who look at the same moment get the next. */
export async function lockNext(
  tx: Tx,
  groupIds: readonly number[],
  reach: Reach,
  staffId: number,
): Promise<number | null> {
  if (groupIds.length === 0) return null
  const found = await sql<{ id: number }>`
    select c.id from queue_entry q join conversation c on c.id = q.conversation_id
    where q.group_id = any(${[...groupIds]}::bigint[]) and c.state = 'queued' and ${within(reach, staffId)}
    order by q.order_key, q.conversation_id limit 1 for update of c skip locked`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** The one that came so lately that it has no entry in the queue yet, locked. */
export async function lockNextUnsorted(tx: Tx, reach: Reach, staffId: number): Promise<number | null> {
  const found = await sql<{ id: number }>`
    select c.id from conversation c
    where c.state = 'queued' and ${within(reach, staffId)}
      and not exists (select from queue_entry q where q.conversation_id = c.id)
    order by c.enqueued_at, c.id limit 1 for update skip locked`.execute(tx)
  return found.rows[0]?.id ?? null
}
