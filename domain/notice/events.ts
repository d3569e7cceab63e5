import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'
import { noticeKinds } from './endpoints.ts'

export const noticeEvents = events({
  'notice.given': event(1, { noticeId: id, staffId: id, conversationId: id, kind: z.enum(noticeKinds) }),
  'notice.read': event(1, { staffId: id, upTo: id }),
})
