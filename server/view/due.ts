import type { z } from 'zod'
import type { clockEndpoints } from '../../domain/clock/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { wireTypes } from '../platform/postgres/column-types.ts'
import type { Platform } from '../platform/work.ts'
import { reachSql, reachValues } from './reach.ts'
import { type RowRecord, rowColumns, rowJoins, rowOf } from './rows.ts'

type ListQuery = z.output<(typeof clockEndpoints.listDue)['query']>
type CountQuery = z.output<(typeof clockEndpoints.countDue)['query']>

const pageSize = 25

/** Values: reach 1-5, now 6, shop 7, team 8, mine 9, kind 10. */
const filter = `c.due_at is not null and ${reachSql(1)}
  and ($7::bigint is null or c.shop_id = $7)
  and ($8::bigint is null or c.team_id = $8)
  and (not $9::boolean or c.assignee_id = $5::bigint)
  and ($10::text is null or c.due_kind = $10)`

const lists = { due: 'c.due_at > $6::timestamptz', overdue: 'c.due_at <= $6::timestamptz' } as const

function values(viewer: Viewer, now: Date, query: CountQuery): unknown[] {
  const { shopId = null, teamId = null, mine = false, kind = null } = query
  return [...reachValues(viewer, 'conversation.read'), now, shopId, teamId, mine, kind]
}

/** Conversations by the deadline of their nearest running clock, the most urgent first. */
export async function listDue(
  platform: Platform,
  viewer: Viewer,
  now: Date,
  query: ListQuery,
): Promise<EndpointOutput<typeof clockEndpoints.listDue>> {
  const after = query.after ? readCursor(query.after) : null
  const found = await platform.pool.query<RowRecord & { read_seq: number }>({
    name: `due_${query.list}`,
    types: wireTypes,
    text: `
      with page as materialized (
        select c.* from conversation c
        where ${lists[query.list]} and ${filter}
          and ($11::timestamptz is null or (c.due_at, c.id) > ($11, $12::bigint))
        order by c.due_at, c.id limit $13
      )
      select ${rowColumns}, coalesce(d.read_seq, 0) as read_seq from page c ${rowJoins}
      left join conversation_desk d on d.conversation_id = c.id and d.staff_id = $5::bigint
      order by c.due_at, c.id`,
    values: [...values(viewer, now, query), after?.key ?? null, after?.id ?? null, pageSize + 1],
  })
  const page = found.rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    conversations: page.map((record) => Object.assign(rowOf(record), { readSeq: record.read_seq })),
    next: found.rows.length > pageSize && last?.due_at ? `${last.due_at}_${last.id}` : null,
  }
}

/** How many are in time, warned and overdue, each counted to 1,000 at most. */
export async function countDue(
  platform: Platform,
  viewer: Viewer,
  now: Date,
  query: CountQuery,
): Promise<EndpointOutput<typeof clockEndpoints.countDue>> {
  const counted = (where: string) => `(
    select count(*)::int from (select from conversation c where ${where} and ${filter} limit 1000) n)`
  const found = await platform.pool.query<{ due: number; warned: number; overdue: number }>({
    name: 'due_counts',
    text: `select ${counted(lists.due)} as due,
      ${counted(`${lists.due} and c.warn_at <= $6::timestamptz`)} as warned,
      ${counted(lists.overdue)} as overdue`,
    values: values(viewer, now, query),
  })
  return found.rows[0] ?? { due: 0, warned: 0, overdue: 0 }
}

/** Reads a place in a list that is ordered by a moment and a number. Refuses `cursor_invalid`. */
export function readCursor(text: string): { key: Date; id: number } {
  const [key = '', id = ''] = text.split('_')
  const moment = new Date(key)
  if (Number.isNaN(moment.getTime()) || !/^\d{1,15}$/.test(id)) throw refuse('cursor_invalid')
  return { key: moment, id: Number(id) }
}
