import { expect, test } from 'vitest'
import { clockLevel, countsDown, waitLevel } from './levels.ts'

const second = 1000
const minute = 60 * second
const clock = { warnAt: 10 * minute, dueAt: 15 * minute }

test('a wait is quiet until its warning, amber until its deadline, red from then on', () => {
  const at = (now: number) => waitLevel(0, clock, now)
  expect([at(9 * minute), at(10 * minute), at(15 * minute - second), at(15 * minute)]).toEqual([
    'quiet',
    'warning',
    'warning',
    'breach',
  ])
})

test('where no clock runs, the general three minutes colour the wait', () => {
  expect(waitLevel(0, null, 4 * minute)).toBe('breach')
  expect(waitLevel(0, { warnAt: null, dueAt: null }, 2 * minute)).toBe('warning')
})

test('a deadline tomorrow keeps a wait over night quiet', () => {
  expect(clockLevel({ warnAt: 900 * minute, dueAt: 960 * minute }, 300 * minute)).toBe('quiet')
})

test('nobody waits, but the answer after "one moment" is owed: the row counts down', () => {
  const row = { warnAt: '2026-11-11T08:02:00Z', dueAt: '2026-11-11T08:03:00Z' }
  const now = Date.parse('2026-11-11T08:00:00Z')
  expect(countsDown({ ...row, dueKind: 'holding' }, now)).toBe(true)
  expect(countsDown({ ...row, dueKind: 'resolution' }, now)).toBe(false)
  expect(countsDown({ ...row, dueKind: 'resolution' }, now + 2 * minute)).toBe(true)
  expect(countsDown({ warnAt: null, dueAt: null, dueKind: null }, now)).toBe(false)
})
