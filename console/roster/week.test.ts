import { expect, test } from 'vitest'
import {
  daysOf,
  hoursText,
  leaveMoments,
  type Shift,
  shiftMoments,
  shiftsOn,
  weekRange,
  workHours,
} from './week.ts'

const zone = 'Asia/Shanghai'
const shift = (kind: Shift['kind'], startsAt: string, endsAt: string): Shift => ({
  id: 1,
  teamId: 1,
  staffId: 7,
  kind,
  startsAt,
  endsAt,
  note: '',
})

test('a week is asked for by the midnights of its zone', () => {
  expect(weekRange('2026-11-09', zone)).toEqual({
    from: '2026-11-08T16:00:00.000Z',
    to: '2026-11-15T16:00:00.000Z',
  })
  expect(daysOf('2026-11-09').at(-1)).toBe('2026-11-15')
})

test('a night shift stands on the day on which it begins; a leave on each of its days', () => {
  const night = shift('work', '2026-11-09T14:00:00Z', '2026-11-09T22:00:00Z')
  const leave = shift('leave', '2026-11-09T16:00:00Z', '2026-11-11T16:00:00Z')
  const days = daysOf('2026-11-09')
  expect(days.map((day) => shiftsOn([night, leave], 7, day, zone).length)).toEqual([1, 1, 1, 0, 0, 0, 0])
  expect(shiftsOn([night], 8, '2026-11-09', zone)).toEqual([])
  expect(hoursText(night, zone)).toBe('22:00–06:00 +1')
})

test('an end before the start is on the next day, and midnight is the end of a day', () => {
  expect(shiftMoments('2026-11-09', 22 * 60, 6 * 60, zone)).toEqual({
    startsAt: '2026-11-09T14:00:00.000Z',
    endsAt: '2026-11-09T22:00:00.000Z',
  })
  const late = shiftMoments('2026-11-09', 16 * 60, 0, zone)
  expect(hoursText(shift('work', late.startsAt, late.endsAt), zone)).toBe('16:00–24:00')
  expect(leaveMoments('2026-11-10', '2026-11-10', zone)).toEqual({
    startsAt: '2026-11-09T16:00:00.000Z',
    endsAt: '2026-11-10T16:00:00.000Z',
  })
})

test('only work counts as hours', () => {
  const shifts = [
    shift('work', '2026-11-09T01:00:00Z', '2026-11-09T08:30:00Z'),
    shift('leave', '2026-11-10T01:00:00Z', '2026-11-12T08:30:00Z'),
  ]
  expect(workHours(shifts)).toBe(7.5)
})
