import type { CompiledCalendar } from './calendar.ts'
import type { ClockTarget } from './policy-shape.ts'

/** A stretch in which the customer had the ball, in epoch milliseconds; the one that goes on has no end. */
export type Pause = readonly [from: number, to: number | null]

/**
 * When a promise is due: `targetMs` of service time after `startMs`, pauses left out. Epoch milliseconds; without a
 * calendar every moment is service time. Null while a pause goes on, and when the calendar was not compiled that far
 * (compile more, ask again). Pauses are in order and do not overlap. Binary search: O(log n) for each pause.
 */
export function due(
  startMs: number,
  targetMs: number,
  calendar: CompiledCalendar | null,
  pauses: readonly Pause[] = [],
): number | null {
  let wanted = targetMs
  let at = momentAfter(startMs, wanted, calendar)
  for (const [from, to] of pauses) {
    if (at !== null && from >= at) break
    if (to === null) return null
    wanted += serviceBetween(Math.max(from, startMs), to, calendar)
    at = momentAfter(startMs, wanted, calendar)
  }
  return at
}

/** The service time that has run from `startMs` to `now`, pauses left out, in milliseconds. */
export function elapsed(
  startMs: number,
  now: number,
  calendar: CompiledCalendar | null,
  pauses: readonly Pause[] = [],
): number {
  let sum = serviceBetween(startMs, now, calendar)
  for (const [from, to] of pauses) {
    sum -= serviceBetween(Math.max(from, startMs), Math.min(to ?? now, now), calendar)
  }
  return sum
}

/** The moment at which so much service time has run since `start`; null beyond the calendar's end. */
function momentAfter(start: number, wanted: number, calendar: CompiledCalendar | null): number | null {
  if (!calendar) return start + wanted
  if (start < calendar.from) return null
  const sum = serviceBefore(start, calendar) + wanted
  const index = lastAtMost(calendar.before, sum - 1)
  if (index < 0) return null
  const at = (calendar.starts[index] ?? 0) + sum - (calendar.before[index] ?? 0)
  return at <= (calendar.ends[index] ?? 0) ? at : null
}

function serviceBetween(from: number, to: number, calendar: CompiledCalendar | null): number {
  if (to <= from) return 0
  return calendar ? serviceBefore(to, calendar) - serviceBefore(from, calendar) : to - from
}

/** Service time from the calendar's beginning to the moment. */
function serviceBefore(moment: number, { starts, ends, before }: CompiledCalendar): number {
  const index = lastAtMost(starts, moment)
  if (index < 0) return 0
  const end = Math.min(moment, ends[index] ?? 0)
  return (before[index] ?? 0) + end - (starts[index] ?? 0)
}

/** The last place whose value is at most this; -1 when all are greater. */
function lastAtMost(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What a countdown needs of a clock, in epoch milliseconds. */
export interface ClockTimes {
  readonly warnAt: number | null
  readonly dueAt: number | null
  readonly endedAt?: number | null
}

export type ClockStanding = 'paused' | 'running' | 'warned' | 'overdue' | 'ended'

/** How a clock stands at a moment, and how long until it is due (negative when overdue), in milliseconds. */
export function status(clock: ClockTimes, now: number): { standing: ClockStanding; leftMs: number | null } {
  if (clock.endedAt != null) return { standing: 'ended', leftMs: null }
  if (clock.dueAt === null) return { standing: 'paused', leftMs: null }
  const leftMs = clock.dueAt - now
  if (leftMs <= 0) return { standing: 'overdue', leftMs }
  const warned = clock.warnAt !== null && now >= clock.warnAt
  return { standing: warned ? 'warned' : 'running', leftMs }
}

/** The share of the target after which a clock warns, where the policy says nothing else. */
export const warnShare = 0.8

/** When to warn, counted like the target, in milliseconds. */
export function warnMs(target: Pick<ClockTarget, 'seconds' | 'warnSeconds'>): number {
  return target.warnSeconds === null
    ? Math.round(target.seconds * 1000 * warnShare)
    : target.warnSeconds * 1000
}
