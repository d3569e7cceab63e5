/** What somebody may have in hand, in units. */
export interface Capacity {
  readonly capacity: number
  /** Instead of it while a peak event is on. */
  readonly peakCapacity: number
  /** When they came back from leave; null where that is long ago or never was. */
  readonly backSince: Date | null
}

/** How long the return from leave takes, in milliseconds [2 days], and with which share it begins [half]. */
export const rampMs = 2 * 86_400_000
const rampFrom = 0.5

/**
 * Units that automatic assignment may fill at this moment: the usual ones or those of a peak event, less while somebody
 * comes back from leave (from half to all over two days, evenly). Rounded down to a quarter, never below one unit
 * where there is any capacity at all.
 */
export function effectiveCapacity(person: Capacity, peakOn: boolean, now: Date): number {
  const full = peakOn ? Math.max(person.peakCapacity, person.capacity) : person.capacity
  const since = person.backSince === null ? rampMs : now.getTime() - person.backSince.getTime()
  // A clock set back does not take more than the beginning takes.
  const share = since >= rampMs ? 1 : rampFrom + (1 - rampFrom) * (Math.max(0, since) / rampMs)
  return Math.max(Math.floor(full * share * 4) / 4, Math.min(full, 1))
}

/** Whether one more conversation of this cost fits. */
export function hasRoom(used: number, cost: number, capacity: number): boolean {
  return used + cost <= capacity
}
