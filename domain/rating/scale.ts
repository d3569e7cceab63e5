/** Points that a customer may give, worst first. */
export const scores = [1, 2, 3, 4, 5] as const

/** Why somebody was content (4 and 5), as codes; the screens word them. */
export const highReasons = ['quick', 'friendly', 'clear', 'expert', 'caring'] as const
/** Why somebody was not (1 to 3). */
export const lowReasons = ['slow', 'unfriendly', 'unclear', 'inexpert', 'broken_promise', 'rules'] as const
export const ratingReasons = [...highReasons, ...lowReasons] as const
export type RatingReason = (typeof ratingReasons)[number]

/** The longest comment, in UTF-16 units. */
export const ratingCommentMaxLength = 2000

/** Whether a score counts as content in the satisfaction figure: 4 and 5. */
export function isGood(score: number): boolean {
  return score >= 4
}

/** Whether a score calls for somebody to look into it: 1 and 2. */
export function isLow(score: number): boolean {
  return score <= 2
}

/** The reasons that fit a score. */
export function reasonsFor(score: number): readonly RatingReason[] {
  return isGood(score) ? highReasons : lowReasons
}

/** Those of the reasons that fit the score, each once, in the order of the list: what is left after the score moved. */
export function fittingReasons(score: number, reasons: readonly RatingReason[]): RatingReason[] {
  return reasonsFor(score).filter((reason) => reasons.includes(reason))
}
