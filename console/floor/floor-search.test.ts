import { expect, test } from 'vitest'
import { queueKey, queueOf, readFloorSearch } from './floor-search.ts'

test('a queue comes back from the address as it was', () => {
  for (const queue of [
    { shopId: 4, teamId: null, language: null },
    { shopId: 4, teamId: 12, language: 'zh-CN' },
  ])
    expect(queueOf(queueKey(queue))).toEqual(queue)
})

test('what does not fit is left out of the address', () => {
  expect(readFloorSearch({ shop: '3', team: 'x', agent: -1, c: 1.5, queue: 'a.b.c', other: 1 })).toEqual({
    shop: 3,
  })
  expect(readFloorSearch({ queue: '3.0.' })).toEqual({ queue: '3.0.' })
})
