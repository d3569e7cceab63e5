import { spanOf } from './calendar-faults.ts'
import type { CalendarDefinition, Interval } from './calendar-shape.ts'
import type { Pause } from './clock.ts'
import type { HolidayDays } from './holidays.ts'

/*
 * The slow and obvious way to say when something is due, for checking the quick one: walk minute by minute, look at a
 * wall clock that is never turned back, ask whether the shop serves. Nothing of it is used to serve anybody.
 */

const minuteMs = 60_000
const dayMinutes = 1440

/** For each minute from `from` on (a full minute, epoch milliseconds): 1 when there is service. */
export function serviceByMinute(
  definition: CalendarDefinition,
  holidays: HolidayDays,
  from: number,
  minutes: number,
): Uint8Array {
  const wall = wallClock(definition.timeZone)
  const served = new Uint8Array(minutes)
  let latest = Number.NEGATIVE_INFINITY
  for (let index = -2 * dayMinutes; index < minutes; index++) {
    latest = Math.max(latest, wall(from + index * minuteMs))
    if (index >= 0 && isServed(definition, holidays, latest)) served[index] = 1
  }
  return served
}

/** When `targetMs` of service have passed since `start`; null when the minutes do not reach that far. */
export function slowDue(
  start: number,
  targetMs: number,
  calendar: { readonly from: number; readonly served: Uint8Array },
  pauses: readonly Pause[] = [],
): number | null {
  const edges = pauses.flatMap(([from, to]) => (to === null ? [from] : [from, to]))
  let left = targetMs
  let at = start
  for (;;) {
    const index = Math.floor((at - calendar.from) / minuteMs)
    if (index >= calendar.served.length) return null
    const end = Math.min(calendar.from + (index + 1) * minuteMs, ...edges.filter((edge) => edge > at))
    const paused = pauses.some(([from, to]) => from <= at && at < (to ?? Number.POSITIVE_INFINITY))
    if (calendar.served[index] === 1 && !paused) {
      if (left <= end - at) return at + left
      left -= end - at
    }
    at = end
  }
}

/** Minutes that the wall clock of a zone shows, counted from 1970. */
function wallClock(timeZone: string): (moment: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  return (moment) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = (
      format.format(moment).match(/\d+/g) ?? []
    ).map(Number)
    return Date.UTC(year, month - 1, day, hour, minute) / minuteMs
  }
}

function isServed(definition: CalendarDefinition, holidays: HolidayDays, wall: number): boolean {
  const today = Math.floor(wall / dayMinutes)
  return [today - 1, today].some((day) =>
    intervalsOn(definition, holidays, day).some((interval) => {
      const { start, end } = spanOf(interval)
      return day * dayMinutes + start <= wall && wall < day * dayMinutes + end
    }),
  )
}

function intervalsOn(
  definition: CalendarDefinition,
  holidays: HolidayDays,
  day: number,
): readonly Interval[] {
  const moment = new Date(day * dayMinutes * minuteMs)
  const date = moment.toISOString().slice(0, 10)
  const onWeekday = (weekday: number) => definition.week[weekday - 1] ?? []
  for (const exception of definition.exceptions) {
    if (exception.date !== date) continue
    if (exception.kind === 'closed') return []
    if (exception.kind === 'hours') return exception.intervals
    return onWeekday(exception.weekday ?? 1)
  }
  const special = definition.holidays ? holidays.get(date) : undefined
  if (special?.kind === 'holiday') return []
  const makeUpAs = definition.holidays?.makeUpAs ?? null
  if (special?.kind === 'make_up') return makeUpAs === null ? [] : onWeekday(makeUpAs)
  return onWeekday(moment.getUTCDay() === 0 ? 7 : moment.getUTCDay())
}
