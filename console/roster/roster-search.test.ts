import { expect, test } from 'vitest'
import { readRosterSearch } from './roster-search.ts'

test('an address names the team and the week; what does not fit is left out', () => {
  expect(readRosterSearch({ team: '4', week: '2026-11-11' })).toEqual({ team: 4, week: '2026-11-09' })
  expect(readRosterSearch({ team: 'x', week: '2026-13-45' })).toEqual({})
  expect(readRosterSearch({ week: 7 })).toEqual({})
})
