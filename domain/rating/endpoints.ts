import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { cursor, id, idParam, moment, momentParam, timeZone, typedText } from '../shape.ts'
import { shopColoursShape } from '../shop/colours.ts'
import { ratingCommentMaxLength, ratingReasons } from './scale.ts'

const score = z.number().int().min(1).max(5)

/** What a customer says. Reasons that do not fit the score are left out. */
export const ratingGiven = z.object({
  score,
  reasons: z.array(z.enum(ratingReasons)).max(ratingReasons.length).default([]),
  comment: typedText(ratingCommentMaxLength).default(''),
  /** Whether it was solved; null when left open. */
  solved: z.boolean().nullable().default(null),
})
export type RatingGiven = z.output<typeof ratingGiven>

/** An invitation as its customer sees it. */
export const customerRating = z.object({
  state: z.enum(['open', 'rated', 'fixed', 'expired']),
  /** Until when it may be given or changed. */
  until: moment,
  score: score.nullable(),
  reasons: z.array(z.enum(ratingReasons)),
  comment: z.string(),
  solved: z.boolean().nullable(),
})
export type CustomerRating = z.infer<typeof customerRating>

/** A rating as staff see it. */
const ratingShape = z.object({
  id,
  conversationId: id,
  brandId: id,
  shopId: id,
  invitedAt: moment,
  expiresAt: moment,
  /** When the link went out by mail; null when it did not. */
  mailedAt: moment.nullable(),
  score: score.nullable(),
  reasons: z.array(z.enum(ratingReasons)),
  comment: z.string(),
  solved: z.boolean().nullable(),
  ratedAt: moment.nullable(),
  changedAt: moment.nullable(),
  creditedStaffId: id.nullable(),
  creditedName: z.string().nullable(),
  /** Public replies of the credited one up to the resolution, and of everybody. */
  creditedReplies: z.number().int(),
  allReplies: z.number().int(),
  /** Somebody else had as many replies; the credited one replied last of them. */
  creditTied: z.boolean(),
})
export type RatingView = z.infer<typeof ratingShape>

const ratingRow = ratingShape.extend({ customerName: z.string().nullable() })
export type RatingRow = z.infer<typeof ratingRow>

const share = z.object({ share: z.number(), low: z.number(), high: z.number() })
const counts = z.object({
  asked: z.number().int(),
  answered: z.number().int(),
  /** Answers of 4 and 5. */
  good: z.number().int(),
  /** Customers who said that it was solved, and those who said either. */
  solved: z.number().int(),
  solvedAnswered: z.number().int(),
  /** good / answered with its Wilson 95 % interval; null while nobody has rated. */
  satisfaction: share.nullable(),
})
export type RatingCountsView = z.infer<typeof counts>

/** `from` and `to` bound the moment of the invitation, so that asked and answered are the same customers. */
const which = {
  staffId: idParam.optional(),
  shopId: idParam.optional(),
  from: momentParam.optional(),
  to: momentParam.optional(),
}
const token = z.string().max(200)

export const ratingEndpoints = {
  listRatings: endpoint({
    method: 'GET',
    path: '/api/ratings',
    access: 'staff',
    summary:
      'Ratings that customers gave, newest first, 25 a page: those where the viewer holds rating.read, and their own.',
    query: z.object({
      ...which,
      score: z.coerce.number().int().min(1).max(5).optional(),
      after: cursor.optional(),
    }),
    output: z.object({ ratings: z.array(ratingRow), next: cursor.nullable() }),
  }),
  summariseRatings: endpoint({
    method: 'GET',
    path: '/api/ratings/summary',
    access: 'staff',
    summary:
      'How many were asked and answered, and the share of 4 and 5 with its interval: in all, and by agent, shop or day.',
    query: z.object({
      ...which,
      by: z.enum(['staff', 'shop', 'day']).optional(),
      /** The zone that days are counted in. */
      zone: timeZone.regex(/^[A-Za-z]/, 'time_zone').default('UTC'),
    }),
    output: z.object({
      all: counts,
      /** One for each agent, shop (`id`, `name`) or day (`day`, such as `2026-11-24`). */
      parts: z.array(
        counts.extend({ id: id.nullable(), name: z.string().nullable(), day: z.string().nullable() }),
      ),
    }),
  }),
  getConversationRating: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId/rating',
    access: 'conversation.read',
    summary: 'The invitation and rating of one conversation; null when nobody was asked.',
    params: z.object({ conversationId: idParam }),
    output: z.object({ rating: ratingShape.nullable() }),
  }),
  readRatingLink: endpoint({
    method: 'POST',
    path: '/api/rating-links/read',
    access: 'public',
    summary: 'What the page of a mailed link shows: the shop, and what was said so far.',
    body: z.object({ token }),
    output: z.object({
      shopName: z.string(),
      colours: z.object({ light: shopColoursShape, dark: shopColoursShape }),
      rating: customerRating,
    }),
  }),
  rateByLink: endpoint({
    method: 'POST',
    path: '/api/rating-links/rate',
    access: 'public',
    summary: 'Rates by a mailed link, or changes what was said. The same words again change nothing.',
    body: ratingGiven.extend({ token }),
    output: z.object({ rating: customerRating }),
  }),
} as const
