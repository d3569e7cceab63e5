import { expect, test } from 'vitest'
import { durationParts, inOneUnit } from './duration.ts'
import { moved } from './policy.ts'

test('seconds are shown in the largest unit that fits', () => {
  expect(inOneUnit(300)).toEqual({ amount: 5, unit: 'minute' })
  expect(inOneUnit(90)).toEqual({ amount: 90, unit: 'second' })
  expect(inOneUnit(172_800)).toEqual({ amount: 48, unit: 'hour' })
  expect(inOneUnit(0)).toEqual({ amount: 0, unit: 'minute' })
})

test('a duration is said in two parts at most', () => {
  expect(durationParts(5400).map(({ unit, count }) => `${count} ${unit}`)).toEqual(['1 hour', '30 minute'])
  expect(durationParts(86_400).map(({ unit, count }) => `${count} ${unit}`)).toEqual(['24 hour'])
  expect(durationParts(0)).toEqual([{ unit: 'second', count: 0 }])
})

test('a policy moves by one place, and stays at the ends', () => {
  expect(moved([1, 2, 3], 3, -1)).toEqual([1, 3, 2])
  expect(moved([1, 2, 3], 1, 1)).toEqual([2, 1, 3])
  expect(moved([1, 2, 3], 1, -1)).toEqual([1, 2, 3])
})
