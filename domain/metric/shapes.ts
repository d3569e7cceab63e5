import { z } from 'zod'

/** Milliseconds of calendar time. */
const ms = z.number().min(0)

/** How durations are spread, in milliseconds; null of none. */
export const spreadShape = z.object({ count: z.number().int(), mean: ms, median: ms, p90: ms }).nullable()

/** Kept of all that could be kept. */
export const shareShape = z.object({ kept: z.number().int(), of: z.number().int() })

/** Ratings of those invited in the period: asked, answered, and of these 4 or 5. */
export const ratingShape = z.object({
  asked: z.number().int(),
  answered: z.number().int(),
  satisfied: z.number().int(),
})
