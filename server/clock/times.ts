import { due, type Pause, warnMs } from '../../domain/clock/clock.ts'
import type { ClockKind } from '../../domain/clock/kinds.ts'
import { marksOf } from '../../domain/clock/marks.ts'
import type { PolicyDefinition } from '../../domain/clock/policy-shape.ts'
import type { ServiceCalendar } from './kept.ts'

/** What decides the moments of a clock. */
export interface Running {
  readonly kind: ClockKind
  readonly startedAt: Date
  readonly targetMs: number
  readonly stepsDone: number
}

export interface Moments {
  readonly warnAt: Date | null
  readonly dueAt: Date | null
  /** The next thing to be done; null while it is paused, and when all is done. */
  readonly nextAt: Date | null
}

/** When a clock warns, is due, and needs to be looked at next. Without a calendar it runs around the clock. */
export function momentsOf(
  clock: Running,
  definition: PolicyDefinition,
  calendar: ServiceCalendar | null,
  pauses: readonly Pause[],
): Moments {
  const start = clock.startedAt.getTime()
  const after = (ms: number) => (calendar ? calendar.due(start, ms, pauses) : due(start, ms, null, pauses))
  const target = definition.targets[clock.kind]
  const dueAt = after(clock.targetMs)
  const warnAt = target ? after(warnMs(target)) : dueAt
  if (dueAt === null || warnAt === null) return { warnAt: null, dueAt: null, nextAt: null }
  const next = marksOf(clock.kind, definition, { warnAt, dueAt })[clock.stepsDone]
  return { warnAt: new Date(warnAt), dueAt: new Date(dueAt), nextAt: next ? new Date(next.at) : null }
}
