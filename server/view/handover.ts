import { sql } from 'kysely'
import { type HandoverSheet, mostSheetLines } from '../../domain/roster/handover.ts'
import { type Reach, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import type { Tx } from '../platform/work.ts'

interface TeamPlace {
  readonly id: number
  readonly brand_id: number | null
}

/** True for a conversation `c` within the reach, or which the viewer has. */
function readable(reach: Reach, staffId: number) {
  return sql<boolean>`(${reach.everything} or c.brand_id = any(${[...reach.brandIds]}::bigint[])
    or c.shop_id = any(${[...reach.shopIds]}::bigint[]) or c.team_id = any(${[...reach.teamIds]}::bigint[])
    or c.assignee_id = ${staffId})`
}

const line = sql`json_build_object('conversationId', c.id, 'state', c.state, 'staffId', c.assignee_id,
  'waitingSince', to_json(c.waiting_since), 'dueAt', to_json(c.due_at), 'dueKind', c.due_kind,
  'offline', c.offline_message_at is not null)`

interface SheetRow {
  part: 'open' | 'waiting' | 'promises'
  lines: Record<string, unknown>[]
  total: number
}

/**
 * What stands open for a team at this moment, as far as the viewer may read it: what its members have in hand, what
 * waits in its queue or in nobody's, and what its members promised. One look.
 */
export async function readHandoverSheet(tx: Tx, viewer: Viewer, team: TeamPlace): Promise<HandoverSheet> {
  const mine = readable(reachOf(viewer, 'conversation.read'), viewer.staffId)
  const ofBrand = sql<boolean>`(${team.brand_id}::bigint is null or c.brand_id = ${team.brand_id})`
  const members = sql`select m.staff_id from team_member m where m.team_id = ${team.id}`
  const found = await sql<SheetRow>`
    with open as (
      select c.id, row_number() over (order by c.due_at nulls last, c.id) as place, count(*) over () as total, ${line} as line
      from conversation c
      where c.state in ('in_service', 'waiting_customer', 'waiting_inside') and c.assignee_id in (${members})
        and ${ofBrand} and ${mine}
    ), waiting as (
      select c.id, row_number() over (order by c.offline_message_at nulls last, c.enqueued_at, c.id) as place,
        count(*) over () as total, ${line} as line
      from conversation c
      where c.state = 'queued' and (c.team_id = ${team.id} or c.team_id is null) and ${ofBrand} and ${mine}
    ), promises as (
      select p.id, row_number() over (order by p.due_at, p.id) as place, count(*) over () as total,
        json_build_object('promiseId', p.id, 'conversationId', c.id, 'staffId', p.staff_id, 'dueAt', to_json(p.due_at)) as line
      from promise p join conversation c on c.id = p.conversation_id
      where p.state in ('open', 'broken') and p.settled_at is null and p.staff_id in (${members})
        and ${ofBrand} and ${mine}
    ), every as (
      select 'open' as part, * from open union all select 'waiting', * from waiting
      union all select 'promises', * from promises
    )
    select part, max(total)::int as total,
      coalesce(json_agg(line order by place) filter (where place <= ${mostSheetLines}), '[]') as lines
    from every group by part`.execute(tx)
  const part = (name: SheetRow['part']) => found.rows.find((row) => row.part === name)
  const lines = (name: SheetRow['part']) => (part(name)?.lines ?? []).map(inUtc)
  return {
    open: lines('open'),
    openCount: part('open')?.total ?? 0,
    waiting: lines('waiting'),
    waitingCount: part('waiting')?.total ?? 0,
    promises: lines('promises'),
    promiseCount: part('promises')?.total ?? 0,
  } as HandoverSheet
}

/** Moments as they cross the wire; the database writes them with its own zone. */
function inUtc(row: Record<string, unknown>): Record<string, unknown> {
  const moments = ['waitingSince', 'dueAt'].flatMap((name) =>
    typeof row[name] === 'string' ? [[name, new Date(row[name]).toISOString()]] : [],
  )
  return { ...row, ...Object.fromEntries(moments) }
}

/** Names of the customers of these conversations, for a viewer who may read them now. */
export async function customerNames(
  tx: Tx,
  viewer: Viewer,
  conversationIds: readonly number[],
): Promise<{ conversationId: number; customerName: string | null }[]> {
  const found = await sql<{ conversationId: number; customerName: string | null }>`
    select c.id as "conversationId", u.name as "customerName"
    from conversation c join customer u on u.id = c.customer_id
    where c.id = any(${[...conversationIds]}::bigint[])
      and ${readable(reachOf(viewer, 'conversation.read'), viewer.staffId)}
    order by c.id`.execute(tx)
  return found.rows
}
