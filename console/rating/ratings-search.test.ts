import { expect, test } from 'vitest'
import { daysOf, periodStart, readRatingsSearch } from './ratings-search.ts'

test('an address keeps what fits and drops the rest', () => {
  expect(readRatingsSearch({ days: '7', staff: '4', score: 5, by: 'day' })).toEqual({
    days: 7,
    staff: 4,
    score: 5,
    by: 'day',
  })
  expect(readRatingsSearch({ days: 30, staff: -1, shop: 'x', score: 6, by: 'staff' })).toEqual({})
  expect(daysOf({})).toBe(30)
})

test('seven days are today and the six before it', () => {
  const start = new Date(periodStart(7, new Date(2026, 10, 24, 15, 30).getTime()))
  expect(start).toEqual(new Date(2026, 10, 18))
})
