/** What of a line of a talk the figures look at. Moments in epoch milliseconds. */
export interface TalkLine {
  readonly at: number
  readonly kind: 'message' | 'note' | 'step'
  readonly by: 'customer' | 'staff' | 'system'
  /** Who wrote it, for a line by staff. */
  readonly staffId: number | null
  readonly recalled: boolean
}

/** From a customer's first unanswered message to the next public message that a person wrote. */
export interface Round {
  /** The first one of its talk: what first response (首响) measures. */
  readonly first: boolean
  readonly askedAt: number
  /** Null while nobody has answered. */
  readonly answeredAt: number | null
  readonly answeredBy: number | null
}

/**
 * The rounds of a talk, from its lines in their order. Asking again does not restart one. Notes, steps and what
 * the system writes answer nothing; a message taken back counts as if it had never been written, on both sides.
 * What staff write before the customer has written begins no round.
 */
export function roundsOf(lines: readonly TalkLine[]): Round[] {
  const rounds: Round[] = []
  let open: { first: boolean; askedAt: number } | null = null
  for (const line of lines) {
    if (line.kind !== 'message' || line.recalled || line.by === 'system') continue
    if (line.by === 'customer') open ??= { first: rounds.length === 0, askedAt: line.at }
    else if (open) {
      rounds.push({ ...open, answeredAt: line.at, answeredBy: line.staffId })
      open = null
    }
  }
  return open ? [...rounds, { ...open, answeredAt: null, answeredBy: null }] : rounds
}

/** How long a round lasted, in milliseconds of calendar time; 0 where the clocks disagree, null while it is open. */
export function roundMs(round: Round): number | null {
  return round.answeredAt === null ? null : Math.max(0, round.answeredAt - round.askedAt)
}

/** The three-minute rule (三分钟响应率), in milliseconds. */
export const threeMinutesMs = 180_000

/** Whether the three minutes of a round are kept, broken, or not over yet. */
export function threeMinutes(round: Round, now: number): 'kept' | 'broken' | 'running' {
  const took = roundMs(round)
  if (took !== null) return took <= threeMinutesMs ? 'kept' : 'broken'
  return now - round.askedAt > threeMinutesMs ? 'broken' : 'running'
}
