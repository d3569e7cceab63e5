import { sql } from 'kysely'
import type { noticeKinds } from '../../domain/notice/endpoints.ts'
import type { Tx } from '../platform/work.ts'

export type NoticeKind = (typeof noticeKinds)[number]

export interface NoticeRow {
  id: number
  kind: NoticeKind
  conversation_id: number
  by_staff_id: number | null
  by_name: string | null
  customer_name: string | null
  created_at: Date
  read_at: Date | null
}

/** Notices of one person, newest first, from before a number on. */
export async function selectNotices(
  tx: Tx,
  staffId: number,
  before: number | null,
  limit: number,
): Promise<NoticeRow[]> {
  const answer = await sql<NoticeRow>`
    select n.id, n.kind, n.conversation_id, n.by_staff_id, s.name as by_name, u.name as customer_name,
      n.created_at, n.read_at
    from notice n
    join conversation c on c.id = n.conversation_id
    join customer u on u.id = c.customer_id
    left join staff s on s.id = n.by_staff_id
    where n.staff_id = ${staffId} and (${before}::bigint is null or n.id < ${before}::bigint)
    order by n.id desc limit ${limit}`.execute(tx)
  return answer.rows
}

export async function countUnread(tx: Tx, staffId: number): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*)::int as count from notice where staff_id = ${staffId} and read_at is null`.execute(tx)
  return answer.rows[0]?.count ?? 0
}

/** Answers how many were unread. */
export async function markRead(tx: Tx, staffId: number, upTo: number, now: Date): Promise<number> {
  const answer = await sql`
    update notice set read_at = ${now}
    where staff_id = ${staffId} and id <= ${upTo} and read_at is null returning id`.execute(tx)
  return answer.rows.length
}

export interface NewNotice {
  /** Who is told. */
  readonly staffId: number
  readonly kind: NoticeKind
  readonly conversationId: number
  /** Who caused it; null for the system. */
  readonly byStaffId: number | null
}

export async function insertNotice(tx: Tx, notice: NewNotice, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into notice (staff_id, kind, conversation_id, by_staff_id, created_at)
    values (${notice.staffId}, ${notice.kind}, ${notice.conversationId}, ${notice.byStaffId}, ${now})
    returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

/** How many unread notices these people have. */
export async function countUnreadOf(tx: Tx, staffIds: readonly number[]): Promise<Map<number, number>> {
  const answer = await sql<{ staff_id: number; count: number }>`
    select staff_id, count(*)::int as count from notice
    where staff_id = any(${[...staffIds]}::bigint[]) and read_at is null group by staff_id`.execute(tx)
  return new Map(answer.rows.map((row) => [row.staff_id, row.count]))
}

/** Inserts many, in their order; the same unread one about the same conversation is not given again. */
export async function insertNotices(
  tx: Tx,
  notices: readonly NewNotice[],
  now: Date,
): Promise<{ id: number; staff_id: number; conversation_id: number; kind: NoticeKind }[]> {
  const answer = await sql<{ id: number; staff_id: number; conversation_id: number; kind: NoticeKind }>`
    insert into notice (staff_id, kind, conversation_id, by_staff_id, created_at)
    select r."staffId", r.kind, r."conversationId", r."byStaffId", ${now}
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as r ("staffId" bigint, kind text, "conversationId" bigint, "byStaffId" bigint)
    where not exists (
      select from notice n where n.staff_id = r."staffId" and n.conversation_id = r."conversationId"
        and n.kind = r.kind and n.read_at is null)
    returning id, staff_id, conversation_id, kind`.execute(tx)
  return answer.rows
}
