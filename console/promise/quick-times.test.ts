import { expect, test } from 'vitest'
import { type QuickName, quickTimes } from './quick-times.ts'
import { momentOf, wallAt } from './wall-clock.ts'

const iso = (now: string, zone: string, name: QuickName) => {
  const found = quickTimes(Date.parse(now), zone).find((one) => one.name === name)
  return found && new Date(found.at).toISOString()
}

test('evening and morning are the shop’s, wherever somebody sits', () => {
  // 14:03 in Shanghai.
  const now = '2026-11-11T06:03:00Z'
  expect(iso(now, 'Asia/Shanghai', 'evening')).toBe('2026-11-11T10:00:00.000Z')
  expect(iso(now, 'Asia/Shanghai', 'tomorrow')).toBe('2026-11-12T02:00:00.000Z')
  expect(iso(now, 'Europe/Berlin', 'tomorrow')).toBe('2026-11-12T09:00:00.000Z')
})

test('in an hour is a round time, never sooner', () => {
  expect(iso('2026-11-11T06:03:00Z', 'Asia/Shanghai', 'hour')).toBe('2026-11-11T07:05:00.000Z')
})

test('in the evening "this evening" is later, and late at night no more', () => {
  expect(iso('2026-11-11T10:00:00Z', 'Asia/Shanghai', 'evening')).toBe('2026-11-11T13:00:00.000Z')
  expect(iso('2026-11-11T14:00:00Z', 'Asia/Shanghai', 'evening')).toBeUndefined()
})

test('tomorrow goes over the end of a month and over the change to summer time', () => {
  expect(iso('2026-11-30T06:00:00Z', 'Asia/Shanghai', 'tomorrow')).toBe('2026-12-01T02:00:00.000Z')
  expect(iso('2026-03-28T12:00:00Z', 'Europe/Berlin', 'tomorrow')).toBe('2026-03-29T08:00:00.000Z')
})

test('a wall clock is read back as it was set', () => {
  const wall = { year: 2026, month: 10, day: 25, hour: 1, minute: 30 }
  expect(wallAt(momentOf(wall, 'Europe/Berlin'), 'Europe/Berlin')).toEqual(wall)
})
