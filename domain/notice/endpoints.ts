import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, idParam, moment } from '../shape.ts'

export const noticeKinds = [
  'mention',
  'handed_over',
  'released',
  'assigned',
  'transfer_offered',
  'transfer_declined',
  'transfer_returned',
  'returned_silent',
  'clock_warned',
  'clock_breached',
  'promise_due',
  'promise_broken',
  'low_rating',
] as const

export const noticeShape = z.object({
  id,
  kind: z.enum(noticeKinds),
  conversationId: id,
  /** Who caused it; null for the system. */
  byStaffId: id.nullable(),
  byName: z.string().nullable(),
  customerName: z.string().nullable(),
  createdAt: moment,
  readAt: moment.nullable(),
})

export const noticeEndpoints = {
  listNotices: endpoint({
    method: 'GET',
    path: '/api/notices',
    access: 'staff',
    summary: 'The own notices, newest first.',
    query: z.object({ before: idParam.optional() }),
    output: z.object({ notices: z.array(noticeShape), unread: z.number().int(), more: z.boolean() }),
  }),
  readNotices: endpoint({
    method: 'POST',
    path: '/api/notices/read',
    access: 'staff',
    summary: 'Marks the own notices up to this one as read.',
    body: z.object({ upTo: id }),
    output: done,
  }),
} as const
