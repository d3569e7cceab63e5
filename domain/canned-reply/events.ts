import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'

const which = { cannedReplyId: id, shared: z.boolean() }

export const cannedReplyEvents = events({
  'canned_reply.created': event(1, which),
  'canned_reply.changed': event(1, which),
  'canned_reply.deleted': event(1, which),
})
