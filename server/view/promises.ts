import type { z } from 'zod'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { PromiseView, promiseEndpoints } from '../../domain/promise/endpoints.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import type { Platform } from '../platform/work.ts'
import { readCursor } from './due.ts'
import { reachSql, reachValues } from './reach.ts'

type ListQuery = z.output<(typeof promiseEndpoints.listPromises)['query']>
type CountQuery = z.output<(typeof promiseEndpoints.countPromises)['query']>

const pageSize = 25

interface Row {
  id: number
  conversation_id: number
  brand_id: number
  shop_id: number
  customer_id: number
  customer_name: string | null
  staff_id: number
  staff_name: string
  kind: PromiseView['kind']
  what: string
  due_at: Date
  state: PromiseView['state']
  broken_at: Date | null
  settled_at: Date | null
  made_at: Date
}

const columns = `
  p.id, p.conversation_id, p.brand_id, c.shop_id, p.customer_id, u.name as customer_name, p.staff_id,
  s.name as staff_name, p.kind, p.what, p.due_at, p.state, p.broken_at, p.settled_at, p.made_at`
const joins = `
  join conversation c on c.id = p.conversation_id
  join customer u on u.id = p.customer_id
  join staff s on s.id = p.staff_id`

/** What the viewer may see: promises of conversations within reach, and their own. Values: reach 1-5. */
const within = `(${reachSql(1)} or p.staff_id = $5::bigint)`

/** Values: reach 1-5, now 6, shop 7, team 8, mine 9. */
const filter = `p.state in ('open', 'broken') and ${within}
  and ($7::bigint is null or c.shop_id = $7)
  and ($8::bigint is null or c.team_id = $8)
  and (not $9::boolean or p.staff_id = $5::bigint)`

const lists = {
  open: '$6::timestamptz is not null',
  due: 'p.due_at > $6::timestamptz',
  overdue: 'p.due_at <= $6::timestamptz',
} as const

function values(viewer: Viewer, now: Date, query: CountQuery): unknown[] {
  const { shopId = null, teamId = null, mine = false } = query
  return [...reachValues(viewer, 'conversation.read'), now, shopId, teamId, mine]
}

/** Promises still to keep, the most urgent first. */
export async function listPromises(
  platform: Platform,
  viewer: Viewer,
  now: Date,
  query: ListQuery,
): Promise<EndpointOutput<typeof promiseEndpoints.listPromises>> {
  const after = query.after ? readCursor(query.after) : null
  const found = await platform.pool.query<Row>({
    name: `promises_${query.list}`,
    text: `select ${columns} from promise p ${joins}
      where ${lists[query.list]} and ${filter}
        and ($10::timestamptz is null or (p.due_at, p.id) > ($10, $11::bigint))
      order by p.due_at, p.id limit $12`,
    values: [...values(viewer, now, query), after?.key ?? null, after?.id ?? null, pageSize + 1],
  })
  const page = found.rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    promises: page.map(viewOf),
    next: found.rows.length > pageSize && last ? `${last.due_at.toISOString()}_${last.id}` : null,
  }
}

/** How many are in time and overdue, each counted to 1,000 at most. */
export async function countPromises(
  platform: Platform,
  viewer: Viewer,
  now: Date,
  query: CountQuery,
): Promise<EndpointOutput<typeof promiseEndpoints.countPromises>> {
  const counted = (where: string) => `(
    select count(*)::int from (
      select from promise p join conversation c on c.id = p.conversation_id
      where ${where} and ${filter} limit 1000) n)`
  const found = await platform.pool.query<{ due: number; overdue: number }>({
    name: 'promises_counts',
    text: `select ${counted(lists.due)} as due, ${counted(lists.overdue)} as overdue`,
    values: values(viewer, now, query),
  })
  return found.rows[0] ?? { due: 0, overdue: 0 }
}

/** Of one conversation, newest first. Not checked: for those who may see it already. */
export async function promisesOf(platform: Platform, conversationId: number): Promise<PromiseView[]> {
  const found = await platform.pool.query<Row>({
    name: 'promises_of',
    text: `select ${columns} from promise p ${joins} where p.conversation_id = $1 order by p.id desc limit 50`,
    values: [conversationId],
  })
  return found.rows.map(viewOf)
}

function viewOf(row: Row): PromiseView {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    brandId: row.brand_id,
    shopId: row.shop_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    staffId: row.staff_id,
    staffName: row.staff_name,
    kind: row.kind,
    what: row.what,
    dueAt: row.due_at.toISOString(),
    state: row.state,
    brokenAt: row.broken_at?.toISOString() ?? null,
    settledAt: row.settled_at?.toISOString() ?? null,
    madeAt: row.made_at.toISOString(),
  }
}
