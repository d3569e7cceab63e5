/** What of a calendar's definition the faults are looked for in. */
interface Checked {
  readonly week: readonly Intervals[]
  readonly exceptions: readonly {
    readonly date: string
    readonly kind: 'closed' | 'hours' | 'as_weekday'
    readonly intervals: Intervals
    readonly weekday: number | null
  }[]
}
type Intervals = readonly { readonly from: string; readonly to: string }[]

export interface CalendarFault {
  readonly path: readonly (string | number)[]
  readonly code: 'interval_empty' | 'intervals_overlap' | 'no_service_time' | 'date_twice' | 'weekday_missing'
}

const dayMinutes = 1440

/**
 * All that is wrong with a calendar's hours: an interval that ends where it begins, intervals that overlap (also over
 * midnight into the next day of the week), a week without any service time, a date named twice.
 */
export function calendarFaults({ week, exceptions }: Checked): CalendarFault[] {
  const faults: CalendarFault[] = []
  week.forEach((intervals, index) => {
    const next = week[(index + 1) % week.length] ?? []
    faults.push(...faultsOfDay(intervals, next, ['week', index]))
  })
  if (week.every((intervals) => intervals.length === 0))
    faults.push({ path: ['week'], code: 'no_service_time' })
  const dates = new Set<string>()
  exceptions.forEach((exception, index) => {
    const path = ['exceptions', index]
    if (dates.has(exception.date)) faults.push({ path: [...path, 'date'], code: 'date_twice' })
    dates.add(exception.date)
    if (exception.kind === 'as_weekday' && exception.weekday === null) {
      faults.push({ path: [...path, 'weekday'], code: 'weekday_missing' })
    }
    if (exception.kind === 'hours') faults.push(...faultsOfDay(exception.intervals, [], path))
  })
  return faults
}

function faultsOfDay(intervals: Intervals, next: Intervals, path: CalendarFault['path']): CalendarFault[] {
  const faults: CalendarFault[] = []
  const spans = intervals.map((interval) => spanOf(interval))
  const nextFirst = Math.min(...next.map((interval) => spanOf(interval).start)) + dayMinutes
  spans.forEach((span, index) => {
    if (span.start === span.end) faults.push({ path: [...path, index], code: 'interval_empty' })
    const met = spans.slice(0, index).some((other) => span.start < other.end && other.start < span.end)
    if (met || span.end > nextFirst) faults.push({ path: [...path, index], code: 'intervals_overlap' })
  })
  return faults
}

/** Minutes from the day's midnight; an end before the beginning lies on the next day. */
export function spanOf({ from, to }: { readonly from: string; readonly to: string }): {
  start: number
  end: number
} {
  const start = minutesOf(from)
  const end = minutesOf(to)
  return { start, end: end < start ? end + dayMinutes : end }
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
