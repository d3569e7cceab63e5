import { expect, test } from 'vitest'
import { due, status, warnMs } from './clock.ts'

const clock = { warnAt: 100_000, dueAt: 180_000 }

test.each([
  [0, 'running', 180_000],
  [99_999, 'running', 80_001],
  [100_000, 'warned', 80_000],
  [179_999, 'warned', 1],
  [180_000, 'overdue', 0],
  [200_000, 'overdue', -20_000],
])('at %i ms a clock is %s', (now, standing, leftMs) => {
  expect(status(clock, now)).toEqual({ standing, leftMs })
})

test('a paused clock has no time left to count, an ended one nothing to show', () => {
  expect(status({ warnAt: null, dueAt: null }, 5)).toEqual({ standing: 'paused', leftMs: null })
  expect(status({ ...clock, endedAt: 150_000 }, 500_000)).toEqual({ standing: 'ended', leftMs: null })
})

test('a clock warns at four fifths of its target where the policy says nothing else', () => {
  expect(warnMs({ seconds: 300, warnSeconds: null })).toBe(240_000)
  expect(warnMs({ seconds: 300, warnSeconds: 100 })).toBe(100_000)
})

test('a pause that goes on has no deadline', () => {
  expect(due(0, 1000, null, [[500, null]])).toBeNull()
  expect(due(0, 1000, null, [[1000, null]])).toBe(1000)
  expect(due(0, 1000, null, [[500, 700]])).toBe(1200)
})
