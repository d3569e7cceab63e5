import { expect, test, vi } from 'vitest'
import { importFaults } from './imports.ts'
import { plant } from './plant.ts'

/** What dependency-cruiser answers when it has no parser for TypeScript: nothing seen, nothing wrong. */
const answers = vi.hoisted(() => ({ modules: [] as unknown[] }))
vi.mock('dependency-cruiser', () => ({
  cruise: async () => ({ output: { modules: answers.modules, summary: { violations: [] } } }),
}))

const house = {
  'domain/a.ts': "import { b } from './b.ts'\nexport const a = b",
  'domain/b.ts': 'export const b = 1',
}

test('a tool that read no file is not mistaken for a house in order', async () => {
  expect(await importFaults(plant(house))).toMatchObject([{ file: 'domain/a.ts' }, { file: 'domain/b.ts' }])
})

test('a tool that read the files without their imports is not either', async () => {
  answers.modules = ['domain/a.ts', 'domain/b.ts'].map((source) => ({ source, dependencies: [] }))
  expect(await importFaults(plant(house))).toEqual([
    { file: 'domain/a.ts', message: 'dependency-cruiser did not see the import of ./b.ts' },
  ])
})
