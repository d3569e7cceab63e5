import type { Localized } from '../localized.ts'
import { spanOf } from './calendar-faults.ts'
import type { CalendarDefinition, Interval } from './calendar-shape.ts'
import type { HolidayDays } from './holidays.ts'

/**
 * A calendar as sorted stretches of service in epoch milliseconds, which neither overlap nor touch. It says nothing
 * outside `from` to `to`. `before[i]` is the service time from `from` to the beginning of stretch i.
 */
export interface CompiledCalendar {
  readonly from: number
  readonly to: number
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly before: Float64Array
}

/** What a day of the calendar is like, and why. */
export interface CalendarDay {
  readonly date: string
  readonly reason: 'week' | 'holiday' | 'make_up' | 'exception'
  readonly name: Localized | null
  readonly intervals: readonly Interval[]
}

/**
 * Compiles a calendar for the time from `from` to `to` (epoch milliseconds).
 *
 * Daylight saving: a shift begins and ends when the wall clock of the zone first shows the time. A time that is
 * skipped counts as the moment of the jump; of a time that comes twice the first counts. So a shift over the change
 * is an hour shorter or longer in truth, adjoining shifts leave no gap, and none counts twice.
 */
export function compileCalendar(
  definition: CalendarDefinition,
  holidays: HolidayDays,
  from: number,
  to: number,
): CompiledCalendar {
  const zone = definition.timeZone
  // A shift of the day before may reach into the first day.
  let date = dateAt(from, zone).subtract({ days: 2 })
  const last = dateAt(to, zone).add({ days: 1 })
  const spans: Span[] = []
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    for (const interval of dayOf(definition, holidays, date).intervals)
      spans.push(momentsOf(interval, date, zone))
    date = date.add({ days: 1 })
  }
  return joined(spans, from, to)
}

/** The days of a month (`2026-10`) as they are under the definition. */
export function daysOfMonth(
  definition: CalendarDefinition,
  holidays: HolidayDays,
  month: string,
): MonthDay[] {
  const first = Temporal.PlainDate.from(`${month}-01`)
  return Array.from({ length: first.daysInMonth }, (_, index) => {
    const date = first.add({ days: index })
    const day = dayOf(definition, holidays, date)
    const spans = day.intervals.map((interval) => momentsOf(interval, date, definition.timeZone))
    return { ...day, spans: spans.filter((span) => span.start < span.end) }
  })
}

export interface MonthDay extends CalendarDay {
  readonly spans: readonly Span[]
}

/** Epoch milliseconds; `end` no longer belongs to it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** An exception wins over a make-up workday, that over a holiday, that over the week. */
function dayOf(definition: CalendarDefinition, holidays: HolidayDays, day: Temporal.PlainDate): CalendarDay {
  const date = day.toString()
  const week = (weekday: number) => definition.week[weekday - 1] ?? []
  const exception = definition.exceptions.find((one) => one.date === date)
  if (exception) {
    const name = exception.name === null ? null : { und: exception.name }
    const { kind, weekday } = exception
    const intervals = kind === 'hours' ? exception.intervals : kind === 'closed' ? [] : week(weekday ?? 1)
    return { date, reason: 'exception', name, intervals }
  }
  const special = definition.holidays && holidays.get(date)
  if (!special) return { date, reason: 'week', name: null, intervals: week(day.dayOfWeek) }
  const { kind: reason, name } = special
  if (reason === 'holiday') return { date, reason, name, intervals: [] }
  const as = definition.holidays?.makeUpAs ?? null
  return { date, reason, name, intervals: as === null ? [] : week(as) }
}

function momentsOf(interval: Interval, date: Temporal.PlainDate, zone: string): Span {
  const { start, end } = spanOf(interval)
  return { start: firstMoment(date, start, zone), end: firstMoment(date, end, zone) }
}

/** The first moment at which the wall clock shows at least this time of the day. */
function firstMoment(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const wall = date.toPlainDateTime().add({ minutes })
  const found = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (found.toPlainDateTime().equals(wall)) return found.epochMilliseconds
  // Skipped: the zone goes from before it to behind it at once.
  return found.getTimeZoneTransition('next')?.epochMilliseconds ?? found.epochMilliseconds
}

function dateAt(moment: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate()
}

/** Sorts and joins what touches or overlaps, and cuts to the time asked for. */
function joined(spans: readonly Span[], from: number, to: number): CompiledCalendar {
  const sorted = spans
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start)
  const kept: { start: number; end: number }[] = []
  for (const span of sorted) {
    const previous = kept.at(-1)
    if (previous && span.start <= previous.end) previous.end = Math.max(previous.end, span.end)
    else kept.push({ ...span })
  }
  const before = new Float64Array(kept.length)
  kept.forEach((span, index) => {
    const next = index + 1
    if (next < kept.length) before[next] = (before[index] ?? 0) + span.end - span.start
  })
  return {
    from,
    to,
    starts: Float64Array.from(kept, (span) => span.start),
    ends: Float64Array.from(kept, (span) => span.end),
    before,
  }
}
