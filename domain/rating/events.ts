import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'
import { ratingReasons } from './scale.ts'

export const ratingEvents = events({
  /** The customer of an ended conversation was asked; who would be credited is fixed from here on. */
  'rating.invited': event(1, {
    conversationId: id,
    ratingId: id,
    shopId: id,
    customerId: id,
    creditedStaffId: id.nullable(),
  }),
  /** `changed`: it was given before and is another one now. The comment is read from its table. */
  'rating.given': event(1, {
    conversationId: id,
    ratingId: id,
    shopId: id,
    score: z.number().int().min(1).max(5),
    reasons: z.array(z.enum(ratingReasons)),
    solved: z.boolean().nullable(),
    creditedStaffId: id.nullable(),
    changed: z.boolean(),
  }),
})
