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
