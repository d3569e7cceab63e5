import { calendarFaults } from '../../domain/clock/calendar-faults.ts'
import type { CalendarDefinition, Interval } from '../../domain/clock/calendar-shape.ts'
import { readTime } from './read-time.ts'

type Hours = Pick<CalendarDefinition, 'week' | 'exceptions'>

/** A fault's place (`week.0.1`) and its code. */
export type HoursFaults = ReadonlyMap<string, string>

/** All that is wrong with the hours, before the server is asked: times that are none, and what the domain refuses. */
export function hoursFaults({ week, exceptions }: Hours): HoursFaults {
  const found = new Map<string, string>()
  for (const { path, code } of calendarFaults({ week, exceptions })) found.set(path.join('.'), code)
  const check = (intervals: readonly Interval[], place: string) =>
    intervals.forEach(({ from, to }, index) => {
      if (readTime(from, false) !== from || readTime(to, true) !== to)
        found.set(`${place}.${index}`, 'time_of_day')
    })
  week.forEach((intervals, index) => {
    check(intervals, `week.${index}`)
  })
  exceptions.forEach((one, index) => {
    if (one.kind === 'hours') check(one.intervals, `exceptions.${index}`)
    if (one.date === '') found.set(`exceptions.${index}.date`, 'required')
  })
  return found
}

/** The faults below a place: `week.0` keeps `week.0.1` as `1`. */
export function faultsUnder(faults: HoursFaults, place: string): HoursFaults {
  const prefix = `${place}.`
  return new Map(
    [...faults]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, code]) => [path.slice(prefix.length), code]),
  )
}
