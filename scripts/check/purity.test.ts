import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { purityFaults } from './purity.ts'

test('rules that take time as an argument are pure, whatever their members are called', () => {
  const text = `
    export type Place = { location: string; process(): void; document?: string }
    export const due = (start: number, now: Date) => new Date(start).getTime() - now.getTime()
    export const where = (place: Place) => place.location + String({ window: 1 }.window)
    export const near = ({ location }: Place) => location
    // Date.now() in a comment is no call
    export const text = 'Math.random()'
  `
  expect(purityFaults(plant({ 'domain/clock/clock.ts': text }))).toEqual([])
})

test.each([
  'Date.now()',
  'new Date()',
  'Date()',
  'Math.random()',
  'performance.now()',
  'crypto.randomUUID()',
  'globalThis.crypto',
  'Temporal.Now.instant()',
  'window.location',
  'document.title',
  'process.env.TZ',
  "fetch('/')",
  'setTimeout(() => 1, 1)',
])('%s in a rule is refused, with its line', (expression) => {
  const root = plant({
    'domain/clock/clock.ts': `export const a = 1\nexport const b = () => ${expression}\n`,
  })
  expect(purityFaults(root)[0]).toMatchObject({ file: 'domain/clock/clock.ts', line: 2 })
})

test('the same calls are allowed outside the domain and in tests', () => {
  const text = 'export const now = () => Date.now()'
  expect(
    purityFaults(plant({ 'server/platform/time.ts': text, 'domain/clock/clock.test.ts': text })),
  ).toEqual([])
})
