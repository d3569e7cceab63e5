import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/support/cluster.ts'
import { silent } from '../../../test/support/throw-away.ts'
import type { Platform } from '../work.ts'
import { authOf } from './auth.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('the migrated tables are what better-auth expects', async () => {
  const config = { publicUrl: 'https://help.example', secret: 'x'.repeat(32), port: 3000 }
  const platform = {
    config,
    kysely: database.kysely,
    pool: database.pool,
    log: silent,
  } as unknown as Platform
  const { options } = authOf(platform)
  const found = await getMigrations(options, { throwOnUnsafe: false })
  expect(found.toBeCreated.map(({ table }) => table)).toEqual([])
  expect(found.toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)])).toEqual([])
  expect(found.toBeAddedIndexes.map(({ name }) => name)).toEqual([])
  expect(found.unsafeChanges).toEqual([])
  expect(found.schemaProblems).toEqual([])
})
