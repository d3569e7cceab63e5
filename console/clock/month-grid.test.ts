import { expect, test } from 'vitest'
import { dateAfter, monthAfter, todayIn, weeksOf } from './month-grid.ts'

test('months and days go over the ends of years', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(dateAfter('2026-12-31', 1)).toBe('2027-01-01')
})

test('weeks begin on Monday, and each has seven places', () => {
  const days = Array.from({ length: 31 }, (_, index) => ({
    date: `2026-10-${String(index + 1).padStart(2, '0')}`,
  }))
  const weeks = weeksOf(days)
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7])
  expect(weeks[0]?.map((day) => day?.date.slice(8))).toEqual([
    undefined,
    undefined,
    undefined,
    '01',
    '02',
    '03',
    '04',
  ])
  expect(weeks[4]?.at(-1)).toBeNull()
})

test('today is what the zone says', () => {
  const now = Date.parse('2026-10-01T20:00:00Z')
  expect(todayIn('Asia/Shanghai', now)).toBe('2026-10-02')
  expect(todayIn('America/New_York', now)).toBe('2026-10-01')
})
