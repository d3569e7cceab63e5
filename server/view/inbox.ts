import type { z } from 'zod'
import { conversationCommandsFor } from '../../domain/conversation/commands.ts'
import type { conversationEndpoints, inboxViews } from '../../domain/conversation/endpoints.ts'
import type { ConversationState } from '../../domain/conversation/state.ts'
import { refuse } from '../../domain/errors.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { positionSql } from '../platform/event-log/read.ts'
import { wireTypes } from '../platform/postgres/column-types.ts'
import type { Platform } from '../platform/work.ts'
import { reachesAll, reachSql, reachValues } from './reach.ts'
import { type RowRecord, rowColumns, rowJoins, rowOf } from './rows.ts'

type View = (typeof inboxViews)[number]
type ListQuery = z.output<(typeof conversationEndpoints.listConversations)['query']>
type ListOutput = z.output<(typeof conversationEndpoints.listConversations)['output']>
type OneOutput = z.output<(typeof conversationEndpoints.getConversation)['output']>

const pageSize = 25

/** What is in a view, and the key by which its pages go on: served by one index each. */
const views: Readonly<Record<View, { where: string; key: string; order: 'asc' | 'desc' }>> = {
  mine: {
    where: `c.assignee_id = $1 and c.state not in ('resolved', 'ended')`,
    key: 'c.active_at',
    order: 'desc',
  },
  queue: { where: `c.state = 'queued'`, key: 'c.enqueued_at', order: 'asc' },
  offline: {
    where: `c.offline_message_at is not null and c.state not in ('resolved', 'ended')`,
    key: 'c.offline_message_at',
    order: 'asc',
  },
  all: { where: `c.state not in ('resolved', 'ended')`, key: 'c.active_at', order: 'desc' },
  closed: { where: `c.state in ('resolved', 'ended')`, key: 'c.active_at', order: 'desc' },
}

/**
 * The statement of a page. Conditions that are not asked are left out instead of being switched off by a value:
 * so there are a few statements, each with a name of its own, and PostgreSQL plans each of them once.
 */
function pageQuery(viewer: Viewer, query: ListQuery) {
  const { where, key, order } = views[query.view]
  const beyond = order === 'asc' ? '>' : '<'
  const values: unknown[] = [viewer.staffId]
  const value = (one: unknown) => `$${values.push(one)}`
  const conditions = [where]
  const asked: string[] = [query.view]
  if (!reachesAll(viewer, 'conversation.read')) {
    conditions.push(reachSql(values.length + 1))
    values.push(...reachValues(viewer, 'conversation.read'))
    asked.push('reach')
  }
  if (query.shopId !== undefined) {
    conditions.push(`c.shop_id = ${value(query.shopId)}::bigint`)
    asked.push('shop')
  }
  if (query.tagId !== undefined) {
    conditions.push(`exists (
      select from conversation_tag t where t.conversation_id = c.id and t.tag_id = ${value(query.tagId)}::bigint)`)
    asked.push('tag')
  }
  if (query.after !== undefined) {
    const after = readCursor(query.after)
    conditions.push(`(${key}, c.id) ${beyond} (${value(after.key)}::timestamptz, ${value(after.id)}::bigint)`)
    asked.push('after')
  }
  const text = `
with page as materialized (
  select c.*, ${key} as list_key from conversation c
  where ${conditions.join(' and ')}
  order by ${key} ${order}, c.id ${order} limit ${pageSize + 1}
)
select ${rowColumns}, c.list_key, coalesce(d.read_seq, 0) as read_seq, s.position
from (select ${positionSql} as position) s
left join page c on true
left join customer u on u.id = c.customer_id
left join staff a on a.id = c.assignee_id
left join message p on p.conversation_id = c.id and p.seq = c.preview_seq
left join conversation_desk d on d.conversation_id = c.id and d.staff_id = $1::bigint
order by c.list_key ${order}, c.id ${order}`
  return { name: `inbox_${asked.join('_')}`, text, values, types: wireTypes }
}

type PageRecord = RowRecord & { list_key: string; read_seq: number; position: string; id: number | null }

/** A page of the inbox in one round trip. */
export async function listInbox(platform: Platform, viewer: Viewer, query: ListQuery): Promise<ListOutput> {
  const found = await platform.pool.query<PageRecord>(pageQuery(viewer, query))
  const records = found.rows.filter((record) => record.id !== null)
  const page = records.slice(0, pageSize)
  const last = page.at(-1)
  return {
    conversations: page.map((record) => Object.assign(rowOf(record), { readSeq: record.read_seq })),
    next: records.length > pageSize && last ? `${last.list_key}_${last.id}` : null,
    position: found.rows[0]?.position ?? '0.0.0',
  }
}

function readCursor(text: string): { key: Date; id: number } {
  const [key = '', id = ''] = text.split('_')
  const moment = new Date(key)
  if (Number.isNaN(moment.getTime()) || !/^\d{1,15}$/.test(id)) throw refuse('cursor_invalid')
  return { key: moment, id: Number(id) }
}

/** Counts for the tabs, each to 1,000 at most. */
export async function countInbox(platform: Platform, viewer: Viewer) {
  const counted = (view: View, extra = '') => `(
    select count(*)::int from (
      select from conversation c where ${views[view].where} and ${reachSql(2)} ${extra} limit 1000) n)`
  const unread = `and c.preview_seq > coalesce((
    select d.read_seq from conversation_desk d where d.conversation_id = c.id and d.staff_id = $1), 0)`
  type Counts = { mine: number; queue: number; offline: number; all: number; mineUnread: number }
  const found = await platform.pool.query<Counts>({
    name: 'inbox_counts',
    text: `select ${counted('mine')} as mine, ${counted('queue')} as queue,
      ${counted('offline')} as offline, ${counted('all')} as all,
      ${counted('mine', unread)} as "mineUnread"`,
    values: [viewer.staffId, ...reachValues(viewer, 'conversation.read')],
  })
  return found.rows[0] ?? { mine: 0, queue: 0, offline: 0, all: 0, mineUnread: 0 }
}

type OneRecord = RowRecord & {
  public_id: string
  source: OneOutput['source']
  outcome: OneOutput['outcome']
  wrap_up_note: string | null
  previous_id: number | null
  next_id: number | null
  customer_read_seq: number
  customer_email: string | null
  draft: string
  read_seq: number
  resolved_at: string | null
  ended_at: string | null
  position: string
}

/** One conversation with all that its page shows, in one round trip. */
export async function readConversation(platform: Platform, viewer: Viewer, id: number): Promise<OneOutput> {
  const found = await platform.pool.query<OneRecord>({
    name: 'inbox_one',
    text: `
      select ${rowColumns}, c.public_id, c.source, c.outcome, c.wrap_up_note, c.previous_id,
        (select n.id from conversation n where n.previous_id = c.id order by n.id limit 1) as next_id,
        c.customer_read_seq, u.email as customer_email, coalesce(d.draft, '') as draft,
        coalesce(d.read_seq, 0) as read_seq, c.resolved_at, c.ended_at, ${positionSql} as position
      from conversation c ${rowJoins}
      left join conversation_desk d on d.conversation_id = c.id and d.staff_id = $5
      where c.id = $6 and ${reachSql(1)}`,
    values: [...reachValues(viewer, 'conversation.read'), id],
    types: wireTypes,
  })
  const record = found.rows[0]
  if (!record) throw refuse('conversation_not_found')
  return {
    ...rowOf(record),
    readSeq: record.read_seq,
    publicId: record.public_id,
    source: record.source,
    outcome: record.outcome,
    wrapUpNote: record.wrap_up_note,
    previousId: record.previous_id,
    nextId: record.next_id,
    customerReadSeq: record.customer_read_seq,
    customerEmail: record.customer_email,
    draft: record.draft,
    resolvedAt: record.resolved_at,
    endedAt: record.ended_at,
    commands: conversationCommandsFor(viewer, {
      state: record.state as ConversationState,
      brandId: record.brand_id,
      shopId: record.shop_id,
      teamId: record.team_id,
      assigneeId: record.assignee_id,
    }),
    position: record.position,
  }
}
