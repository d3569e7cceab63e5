import type { EndpointOutput } from '../../domain/endpoint.ts'
import { audience } from '../../domain/event.ts'
import type { noticeEndpoints } from '../../domain/notice/endpoints.ts'
import { appendEvent, appendEvents } from '../platform/event-log/append.ts'
import type { Tx, Work } from '../platform/work.ts'
import {
  countUnread,
  countUnreadOf,
  insertNotice,
  insertNotices,
  markRead,
  type NewNotice,
  selectNotices,
} from './store.ts'

const pageLength = 30

/** The person's own notices, newest first, 30 a page. */
export async function listNotices(
  tx: Tx,
  staffId: number,
  before?: number,
): Promise<EndpointOutput<typeof noticeEndpoints.listNotices>> {
  const rows = await selectNotices(tx, staffId, before ?? null, pageLength + 1)
  return {
    notices: rows.slice(0, pageLength).map((row) => ({
      id: row.id,
      kind: row.kind,
      conversationId: row.conversation_id,
      byStaffId: row.by_staff_id,
      byName: row.by_name,
      customerName: row.customer_name,
      createdAt: row.created_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    })),
    unread: await countUnread(tx, staffId),
    more: rows.length > pageLength,
  }
}

/** Marks the person's own notices up to this one as read. */
export async function readNotices(work: Work, staffId: number, upTo: number): Promise<void> {
  if ((await markRead(work.tx, staffId, upTo, work.now)) === 0) return
  await appendEvent(work, {
    name: 'notice.read',
    brandId: null,
    data: { staffId, upTo },
    audience: [audience.staff(staffId)],
  })
}

/**
 * Tells a member of staff that something about a conversation concerns them, caused by whoever acts unless told
 * otherwise. Answers the notice's number.
 */
export async function giveNotice(
  work: Work,
  notice: Omit<NewNotice, 'byStaffId'> & { readonly byStaffId?: number | null },
): Promise<number> {
  const { staffId, conversationId, kind, byStaffId = actingStaff(work) } = notice
  const noticeId = await insertNotice(work.tx, { staffId, conversationId, kind, byStaffId }, work.now)
  await appendEvent(work, {
    name: 'notice.given',
    brandId: null,
    data: { noticeId, staffId, conversationId, kind },
    audience: [audience.staff(staffId)],
  })
  return noticeId
}

function actingStaff(work: Work): number | null {
  return work.actor.kind === 'staff' ? work.actor.id : null
}

/**
 * Tells many at once. Whoever has `mostUnread` unread ones gets no more of these: what matters then is the list, not
 * another notice.
 */
export async function giveNotices(
  work: Work,
  notices: readonly Omit<NewNotice, 'byStaffId'>[],
  mostUnread: number,
): Promise<void> {
  if (notices.length === 0) return
  const once = [
    ...new Map(notices.map((one) => [`${one.staffId} ${one.kind} ${one.conversationId}`, one])).values(),
  ]
  const unread = await countUnreadOf(work.tx, [...new Set(once.map((one) => one.staffId))])
  const wanted = once.filter(({ staffId }) => {
    const count = unread.get(staffId) ?? 0
    unread.set(staffId, count + 1)
    return count < mostUnread
  })
  if (wanted.length === 0) return
  const given = await insertNotices(
    work.tx,
    wanted.map((one) => ({ ...one, byStaffId: actingStaff(work) })),
    work.now,
  )
  await appendEvents(
    work,
    given.map(({ id: noticeId, staff_id: staffId, conversation_id: conversationId, kind }) => ({
      name: 'notice.given' as const,
      brandId: null,
      data: { noticeId, staffId, conversationId, kind },
      audience: [audience.staff(staffId)],
    })),
  )
}
