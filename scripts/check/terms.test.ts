import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { declaredTerms, termFaults } from './terms.ts'

const messages = async (terms: string, files: Record<string, string> = {}) => {
  const faults = await termFaults(plant({ 'server/terms.ts': `export const terms = ${terms}`, ...files }))
  return faults.map((fault) => fault.message).join('\n')
}

test('a graph without cycles is in order, and a term may be written in camel case', async () => {
  const root = plant({
    'server/terms.ts': "export const terms = { staff: [], cannedReply: ['staff'] } as const",
    'server/canned-reply/store.ts': '',
    'server/platform/db.ts': '',
  })
  expect(await termFaults(root)).toEqual([])
  expect(await declaredTerms(root)).toEqual({ staff: [], 'canned-reply': ['staff'] })
})

test('a cycle is shown with its way round', async () => {
  expect(await messages("{ staff: ['brand'], brand: ['shop'], shop: ['staff'] }")).toContain(
    'staff -> brand -> shop -> staff',
  )
})

test('an edge to a term that does not exist is refused', async () => {
  expect(await messages("{ staff: ['ghost'] }")).toContain('staff uses ghost')
})

test('a folder of the server that nobody declared is refused', async () => {
  expect(await messages('{ staff: [] }', { 'server/clock/store.ts': '' })).toContain(
    'server/clock is not declared',
  )
})
