import { expect, test } from 'vitest'
import { waysBack } from './ways-back.ts'

test('what was moved goes back to where it stood: to its people, its teams, and the queue', () => {
  const ways = waysBack([
    { id: 1, assigneeId: 7, teamId: 2 },
    { id: 2, assigneeId: null, teamId: 2 },
    { id: 3, assigneeId: 7, teamId: null },
    { id: 4, assigneeId: null, teamId: null },
  ])
  expect(ways).toEqual([
    { ids: [1, 3], to: { staffId: 7, teamId: null, queue: false } },
    { ids: [2], to: { staffId: null, teamId: 2, queue: false } },
    { ids: [4], to: { staffId: null, teamId: null, queue: true } },
  ])
})
