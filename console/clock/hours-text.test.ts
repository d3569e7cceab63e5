import { expect, test } from 'vitest'
import { weekText } from './hours-text.ts'
import { weekdayOf } from './week-days.ts'

const office = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
]

test('days of the same hours are read together, closed ones not at all', () => {
  const week = [office, office, office, office, office, [{ from: '10:00', to: '16:00' }], []]
  expect(weekText(week, 'en')).toBe('Mon–Fri 09:00–12:00, 13:00–18:00 · Sat 10:00–16:00')
  expect(weekText(week, 'zh-CN')).toBe('周一至周五 09:00–12:00, 13:00–18:00 · 周六 10:00–16:00')
})

test.each([
  ['2026-10-01', 4],
  ['2023-12-31', 7],
  ['2024-01-01', 1],
])('%s is day %i of the week', (date, weekday) => expect(weekdayOf(date)).toBe(weekday))
