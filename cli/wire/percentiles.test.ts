import { expect, it } from 'vitest'
import { Durations } from './percentiles.ts'

it('names the value below which a share of the durations lies', () => {
  const durations = new Durations()
  for (let ms = 1; ms <= 100; ms++) durations.add(ms)
  expect([durations.at(0.5), durations.at(0.99), durations.at(1)]).toEqual([50, 99, 100])
  expect(new Durations().at(0.5)).toBe(0)
})
