import fc from 'fast-check'
import { expect, test } from 'vitest'
import { satisfaction, wilsonShare } from './score.ts'

/** Bounds found by bisection of |share - bound| = 1.959964 · √(bound · (1 - bound) / n), not by the formula. */
test.each([
  [5, 5, 0.5655175, 1],
  [0, 5, 0, 0.4344825],
  [1, 2, 0.0945312, 0.9054688],
  [0, 10, 0, 0.2775328],
  [9, 10, 0.59585, 0.9821238],
  [85, 100, 0.7671644, 0.9069401],
  [1, 29, 0.0061132, 0.1717552],
  [850, 1000, 0.8265313, 0.8707899],
])('%i of %i lies between %f and %f', (part, whole, low, high) => {
  const share = wilsonShare(part, whole)
  expect(share?.share).toBeCloseTo(part / whole, 12)
  expect(Math.abs((share?.low ?? 0) - low)).toBeLessThan(1e-6)
  expect(Math.abs((share?.high ?? 0) - high)).toBeLessThan(1e-6)
})

test('nothing rated is no share at all, not a zero', () => {
  expect(wilsonShare(0, 0)).toBeNull()
  expect(satisfaction({ answered: 0, good: 0 })).toBeNull()
})

const counted = fc
  .integer({ min: 1, max: 100_000 })
  .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))

test('the interval solves the equation it stands for: both bounds are 1.96 standard errors away', () => {
  fc.assert(
    fc.property(counted, ([part, whole]) => {
      const interval = wilsonShare(part, whole)
      for (const bound of [interval?.low ?? 0, interval?.high ?? 0]) {
        const inside = bound > 1e-9 && bound < 1 - 1e-9
        if (!inside) continue
        const errors = Math.abs(part / whole - bound) / Math.sqrt((bound * (1 - bound)) / whole)
        expect(errors).toBeCloseTo(1.959964, 4)
      }
    }),
  )
})

test('the share lies inside its interval, the interval between 0 and 1, and the opposite mirrors it', () => {
  fc.assert(
    fc.property(counted, ([part, whole]) => {
      const { share = -1, low = -1, high = -1 } = wilsonShare(part, whole) ?? {}
      const opposite = wilsonShare(whole - part, whole)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(share + 1e-12)
      expect(high).toBeGreaterThanOrEqual(share - 1e-12)
      expect(high).toBeLessThanOrEqual(1)
      expect(opposite?.low).toBeCloseTo(1 - high, 9)
    }),
  )
})

test('more answers of the same kind make the interval narrower', () => {
  fc.assert(
    fc.property(counted, fc.integer({ min: 2, max: 9 }), ([part, whole], times) => {
      const few = wilsonShare(part, whole)
      const many = wilsonShare(part * times, whole * times)
      expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0))
    }),
  )
})
