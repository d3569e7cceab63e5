import { leaseMs } from './state.ts'

/** What a process remembers from one look at the leases to the next. */
export interface LeaseWatch {
  /** The time of day at the last look, in milliseconds. */
  readonly lastLook: number | null
  /** Until when, on the clock that never jumps, leases prove nothing. */
  readonly quietUntil: number
}

export const firstWatch: LeaseWatch = { lastLook: null, quietUntil: 0 }

/** Between two looks there lie some seconds; more says that this process, the database or the clock was away. */
const longestGapMs = 20_000
const mostBackMs = 2_000

/**
 * Whether leases that look ended have ended. After a start, a standstill or a jump of the clock everybody gets the
 * length of a lease to say anew who is connected, so that nobody is put offline by our own absence.
 * `now` is the time of day, `steady` a clock that never jumps; both in milliseconds.
 */
export function watchLeases(
  watch: LeaseWatch,
  now: number,
  steady: number,
): { watch: LeaseWatch; trusted: boolean } {
  const gap = watch.lastLook === null ? Number.POSITIVE_INFINITY : now - watch.lastLook
  const broken = gap > longestGapMs || gap < -mostBackMs
  const quietUntil = broken ? steady + leaseMs : watch.quietUntil
  return { watch: { lastLook: now, quietUntil }, trusted: steady >= quietUntil }
}
