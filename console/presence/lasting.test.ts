import { expect, test } from 'vitest'
import { lasting } from './lasting.ts'

test('a running time reads like a clock, and never goes below none', () => {
  expect([-5000, 0, 7000, 760_000, 3_725_000].map(lasting)).toEqual([
    '0:00',
    '0:00',
    '0:07',
    '12:40',
    '1:02:05',
  ])
})
