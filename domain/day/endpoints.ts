import { z } from 'zod'
import { conversationRow } from '../conversation/endpoints.ts'
import { endpoint } from '../endpoint.ts'
import { ratingShape, shareShape, spreadShape } from '../metric/shapes.ts'
import { id, moment } from '../shape.ts'

/** Hours after which a customer who was asked something and is silent is worth a look. */
export const silentAfterHours = 4

const ownPromise = z.object({
  id,
  conversationId: id,
  customerName: z.string().nullable(),
  kind: z.enum(['reply', 'call', 'other']),
  what: z.string(),
  dueAt: moment,
})

const offer = z.object({
  id,
  conversationId: id,
  customerName: z.string().nullable(),
  fromStaffId: id.nullable(),
  fromName: z.string().nullable(),
  /** Offered to a team of theirs rather than to them. */
  toTeamId: id.nullable(),
  reason: z.string(),
  summary: z.string(),
  offeredAt: moment,
  expiresAt: moment.nullable(),
})

export const dayEndpoints = {
  getMyDay: endpoint({
    method: 'GET',
    path: '/api/my-day',
    access: 'conversation.reply',
    summary: "The caller's own day: figures, promises, follow-ups, and conversations offered to them.",
    output: z.object({
      now: moment,
      figures: z.object({
        served: z.number().int(),
        firstResponse: spreadShape,
        averageResponse: spreadShape,
        threeMinutes: shareShape,
        rating: ratingShape,
      }),
      /** Own customers who wait for an answer, longest first. */
      unanswered: z.array(conversationRow),
      /** Open promises, the first due first; 50 at most. */
      promises: z.array(ownPromise),
      /** Own conversations that go on inside, or whose customer has been silent for long; 50 at most. */
      followUps: z.array(conversationRow),
      offers: z.array(offer),
    }),
  }),
} as const
