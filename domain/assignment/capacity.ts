import type { AssignmentPolicy } from './policy.ts'

export interface CapacityFacts {
  /** Units, usual and at a peak event. */
  readonly capacity: number
  readonly peakCapacity: number
  readonly peakOn: boolean
  /** When they came back from leave, epoch milliseconds; null when that is no matter. */
  readonly backSince: number | null
}

/**
 * How many units somebody may be given by themselves now. After leave it grows evenly from the start share to
 * the whole; rounded down to quarters, but never below one unit where the whole is more.
 */
export function effectiveCapacity(facts: CapacityFacts, ramp: AssignmentPolicy['ramp'], now: number): number {
  const whole = facts.peakOn ? Math.max(facts.capacity, facts.peakCapacity) : facts.capacity
  if (facts.backSince === null || ramp.minutes === 0) return whole
  const passed = Math.max(0, now - facts.backSince) / (ramp.minutes * 60_000)
  if (passed >= 1) return whole
  const share = ramp.startShare + (1 - ramp.startShare) * passed
  return Math.max(Math.min(1, whole), Math.floor(whole * share * 4) / 4)
}
