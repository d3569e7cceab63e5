import { weekdayOf } from './week-days.ts'

/** The month `2026-10` that many months later. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The date `2026-10-31` that many days later. */
export function dateAfter(date: string, by: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}

/** The days of a month in weeks from Monday to Sunday; null stands before the first and behind the last. */
export function weeksOf<D extends { readonly date: string }>(days: readonly D[]): (D | null)[][] {
  const [first] = days
  if (!first) return []
  const cells = [...Array.from({ length: weekdayOf(first.date) - 1 }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  )
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => null)])
}

/** The date today in a time zone, as `2026-10-01`. */
export function todayIn(timeZone: string, now: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now).slice(0, 10)
}
