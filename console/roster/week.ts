import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { rosterEndpoints } from '../../domain/roster/endpoints.ts'
import { localTime, momentAt, plusDays } from '../../domain/roster/local-time.ts'

export type Shift = EndpointOutput<typeof rosterEndpoints.listShifts>['shifts'][number]

/** The seven days of the week that begins on this Monday. */
export function daysOf(monday: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => plusDays(monday, days))
}

/** What to ask for, to show the week in that zone. */
export function weekRange(monday: string, zone: string): { from: string; to: string } {
  const at = (day: string) => momentAt({ day, minutes: 0 }, zone).toISOString()
  return { from: at(monday), to: at(plusDays(monday, 7)) }
}

/** A person's shifts of a day: work stands on the day on which it begins, leave on every day it touches. */
export function shiftsOn(shifts: readonly Shift[], staffId: number, day: string, zone: string): Shift[] {
  const { from, to } = {
    from: momentAt({ day, minutes: 0 }, zone),
    to: momentAt({ day, minutes: 1440 }, zone),
  }
  return shifts.filter((shift) => {
    if (shift.staffId !== staffId) return false
    const starts = new Date(shift.startsAt)
    if (shift.kind === 'work') return starts >= from && starts < to
    return starts < to && new Date(shift.endsAt) > from
  })
}

/** `09:00` for minutes since midnight. */
export function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** From when to when, on the clock of that zone: `09:00–17:00`, with `+1` where it ends on the next day. */
export function hoursText(shift: Shift, zone: string): string {
  const starts = localTime(new Date(shift.startsAt), zone)
  const ends = localTime(new Date(shift.endsAt), zone)
  const next = ends.day > starts.day && ends.minutes > 0 ? ' +1' : ''
  const end = ends.minutes === 0 && ends.day > starts.day ? '24:00' : clock(ends.minutes)
  return `${clock(starts.minutes)}–${end}${next}`
}

/** The moments of a shift on that day; an end at or before the start is on the next day. */
export function shiftMoments(day: string, start: number, end: number, zone: string) {
  const at = (minutes: number) => momentAt({ day, minutes }, zone).toISOString()
  return { startsAt: at(start), endsAt: at(end > start ? end : end + 1440) }
}

/** The moments of a leave from its first day to its last. */
export function leaveMoments(first: string, last: string, zone: string) {
  return {
    startsAt: momentAt({ day: first, minutes: 0 }, zone).toISOString(),
    endsAt: momentAt({ day: last, minutes: 1440 }, zone).toISOString(),
  }
}

/** Hours that people of the list work within it, rounded to quarters. */
export function workHours(shifts: readonly Shift[]): number {
  const ms = shifts
    .filter(({ kind }) => kind === 'work')
    .reduce((sum, { startsAt, endsAt }) => sum + Date.parse(endsAt) - Date.parse(startsAt), 0)
  return Math.round(ms / 900_000) / 4
}
