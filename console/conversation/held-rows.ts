import type { ListRow } from './list-cache.ts'

/** What a list shows while the pointer rests on it: places stay, words change. */
export interface HeldRows {
  rows: { row: ListRow; gone: boolean }[]
  /** Rows that wait above to be let in. */
  heldBack: number
}

/** All rows at their own place; nothing is held. */
export function letIn(fresh: readonly ListRow[]): HeldRows {
  return { rows: fresh.map((row) => ({ row, gone: false })), heldBack: 0 }
}

/**
 * The list as it was, with the words of now: nothing moves. A row that left stays, marked as gone; new rows
 * below the last one shown are added there, because that moves nothing; new ones above are counted.
 */
export function hold(shown: readonly ListRow[], fresh: readonly ListRow[]): HeldRows {
  const now = new Map(fresh.map((row, index) => [row.id, { row, index }]))
  const before = new Set(shown.map((row) => row.id))
  const lowest = Math.max(-1, ...shown.map((row) => now.get(row.id)?.index ?? -1))
  const kept = shown.map((row) => {
    const found = now.get(row.id)
    return found ? { row: found.row, gone: false } : { row, gone: true }
  })
  const arrived = fresh.map((row, index) => ({ row, index })).filter(({ row }) => !before.has(row.id))
  const below = arrived.filter(({ index }) => index > lowest)
  return {
    rows: [...kept, ...below.map(({ row }) => ({ row, gone: false }))],
    heldBack: arrived.length - below.length,
  }
}
