import type { RatingReason } from '../../domain/rating/scale.ts'

/** The reasons that fit a score, as `domain/rating/scale.ts` has them; each is a word of the window, too. */
export function reasonsFor(score: number): readonly RatingReason[] {
  return score > 3
    ? ['quick', 'friendly', 'clear', 'expert', 'caring']
    : ['slow', 'unfriendly', 'unclear', 'inexpert', 'broken_promise', 'rules']
}
