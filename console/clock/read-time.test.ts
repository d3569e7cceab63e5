import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9:05', '09:05'],
  ['0930', '09:30'],
  ['18：30', '18:30'],
  [' 22:00 ', '22:00'],
  ['9点', '09:00'],
])('%s is read as %s', (typed, time) => expect(readTime(typed, false)).toBe(time))

test('midnight ends a day as 24:00, and begins one as 00:00', () => {
  expect(readTime('24', true)).toBe('24:00')
  expect(readTime('24:00', false)).toBeNull()
  expect(readTime('24:30', true)).toBeNull()
})

test.each(['', 'noon', '9:75', '25:00', '12345'])('%s is no time', (typed) =>
  expect(readTime(typed, true)).toBeNull(),
)
