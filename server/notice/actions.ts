import type { EndpointOutput } from '../../domain/endpoint.ts'
import { audience } from '../../domain/event.ts'
import type { noticeEndpoints } from '../../domain/notice/endpoints.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import type { Tx, Work } from '../platform/work.ts'
import { countUnread, insertNotice, markRead, type NewNotice, selectNotices } from './store.ts'

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
