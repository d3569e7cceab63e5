import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'

const which = { conversationId: id, messageId: id, seq: z.number().int() }

export const messageEvents = events({
  /** A line of the thread; its text is read from its table. */
  'message.appended': event(1, {
    ...which,
    kind: z.enum(['message', 'note', 'step']),
    by: z.enum(['customer', 'staff', 'system']),
    staffId: id.nullable(),
    shopId: id,
    /** The state before and after; equal when the line moved nothing. */
    from: z.string(),
    to: z.string(),
    /** Of a reply that only asks the customer to wait (稍等); left out for others. */
    holding: z.boolean().optional(),
  }),
  'message.recalled': event(1, { ...which, by: z.enum(['customer', 'staff']) }),
})
