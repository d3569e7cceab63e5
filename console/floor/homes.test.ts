import { expect, test } from 'vitest'
import { homes } from './homes.ts'

test('undoing a move gives each conversation back to whoever had it, or to its queue', () => {
  const rows = [
    { id: 1, assigneeId: 7, teamId: 3 },
    { id: 2, assigneeId: null, teamId: 3 },
    { id: 3, assigneeId: 7, teamId: null },
    { id: 4, assigneeId: null, teamId: null },
  ]
  const back = homes(rows).map(({ to, rows: part }) => [to, part.map(({ id }) => id)])
  const none = { staffId: null, teamId: null, queue: false, reason: '' }
  expect(back).toEqual([
    [{ ...none, staffId: 7 }, [1, 3]],
    [{ ...none, teamId: 3 }, [2]],
    [{ ...none, queue: true }, [4]],
  ])
})
