import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/support/cluster.ts'
import { giveBackToWindow, takeFromWindow } from './rate.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 11, 0, 0, seconds))
const take = (key: string, seconds: number) => takeFromWindow(database.kysely, key, 3, 60, at(seconds))

test('a window gives so many and no more, says when to come back, and begins anew', async () => {
  for (const second of [0, 1, 59]) await take('reset', second)
  await expect(take('reset', 20)).rejects.toMatchObject({
    code: 'too_many_requests',
    data: { retryAfterSeconds: 40 },
  })
  await take('other', 20)
  await take('reset', 60)
})

test('however many come at once, no more get through', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => take('race', 0)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
})

test('what is given back can be taken again', async () => {
  for (let i = 0; i < 5; i++) {
    await take('right', 0)
    await giveBackToWindow(database.kysely, 'right', 60, at(1))
  }
})
