/** A line of the thread, as far as credit goes by it. */
export interface CreditLine {
  readonly seq: number
  readonly kind: 'message' | 'note' | 'step'
  readonly authorKind: 'customer' | 'staff' | 'system'
  readonly authorId: number | null
  readonly recalled: boolean
}

/** Who a rating is credited to, and why. */
export interface Credit {
  readonly staffId: number
  /** Their public replies up to the resolution, and those of everybody. */
  readonly replies: number
  readonly allReplies: number
  /** Somebody else had as many; this one replied last of them. */
  readonly tied: boolean
}

/**
 * The agent with the most human public replies up to the resolution that is rated; of several with as many the
 * one who replied last. Notes, steps, recalled messages and whatever came after the resolution count for nobody, nor
 * does it matter who had the conversation or who resolved it. Null when nobody human replied.
 * @param resolvedSeq number of the line that marks the resolution
 */
export function creditOf(lines: readonly CreditLine[], resolvedSeq: number): Credit | null {
  const tallies = new Map<number, { staffId: number; replies: number; lastSeq: number }>()
  let allReplies = 0
  for (const line of lines) {
    const counts = line.kind === 'message' && line.authorKind === 'staff' && !line.recalled
    if (!counts || line.authorId === null || line.seq > resolvedSeq) continue
    const tally = tallies.get(line.authorId) ?? { staffId: line.authorId, replies: 0, lastSeq: 0 }
    tallies.set(line.authorId, {
      staffId: line.authorId,
      replies: tally.replies + 1,
      lastSeq: Math.max(tally.lastSeq, line.seq),
    })
    allReplies++
  }
  const [best, second] = [...tallies.values()].sort((a, b) => b.replies - a.replies || b.lastSeq - a.lastSeq)
  if (!best) return null
  return { staffId: best.staffId, replies: best.replies, allReplies, tied: second?.replies === best.replies }
}
