import type { CalendarDefinition, Interval } from '../../domain/clock/calendar-shape.ts'
import { weekdayName } from './week-days.ts'

/** Hours as they are read: `09:00–12:00, 13:00–18:00`. */
export function hoursText(intervals: readonly Interval[]): string {
  return intervals.map(({ from, to }) => `${from}–${to}`).join(', ')
}

/**
 * The week in one line, days of the same hours together: `Mon–Fri 09:00–18:00 · Sat 10:00–16:00`. Closed days are
 * left out.
 */
export function weekText(week: CalendarDefinition['week'], language: string): string {
  const days = week.map((intervals, index) => ({ weekday: index + 1, hours: hoursText(intervals) }))
  const runs: { first: number; last: number; hours: string }[] = []
  for (const { weekday, hours } of days) {
    const run = runs.at(-1)
    if (run && run.hours === hours) run.last = weekday
    else runs.push({ first: weekday, last: weekday, hours })
  }
  const name = (weekday: number) => weekdayName(weekday, language)
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => {
      const days =
        first === last ? name(first) : `${name(first)}${language.startsWith('zh') ? '至' : '–'}${name(last)}`
      return `${days} ${hours}`
    })
    .join(' · ')
}
