import { expect, test } from 'vitest'
import { dependencyFaults } from './dependencies.ts'
import { faultLine } from './fault.ts'
import { generatedFaults } from './generated.ts'
import { lengthFaults } from './length.ts'
import { placeFaults } from './places.ts'
import { plant } from './plant.ts'

const lines = (count: number) => 'export {}\n'.repeat(count)

test('a source may have 300 lines and a test 500', () => {
  const root = plant({ 'server/a.ts': lines(300), 'server/a.test.ts': lines(500) })
  expect(lengthFaults(root, {})).toEqual([])
})

test('one line more is refused, unless the file is in the list', () => {
  const root = plant({
    'server/a.ts': lines(301),
    'server/a.test.ts': lines(501),
    'domain/table.ts': lines(999),
  })
  const files = lengthFaults(root, { 'domain/table.ts': 'a table of data' }).map((fault) => fault.file)
  expect(files).toEqual(['server/a.test.ts', 'server/a.ts'])
})

test('the list of long files names only files that exist', () => {
  expect(lengthFaults(plant({}), { 'domain/gone.ts': 'a table' })).toHaveLength(1)
})

const page = (...rows: string[]) => `| package | where | why |\n| --- | --- | --- |\n${rows.join('\n')}\n`

test('every dependency has its line, and every line its dependency', () => {
  const manifest = '{"dependencies":{"zod":"4"},"devDependencies":{"vitest":"5"}}'
  const good = page('| `zod` | domain | shapes of the wire |', '| `vitest` | test | runs the tests |')
  expect(dependencyFaults(plant({ 'package.json': manifest, 'docs/dependencies.md': good }))).toEqual([])

  const bad = page('| `zod` | domain | shapes of the wire |', '| `left-pad` | server | pads on the left |')
  const faults = dependencyFaults(plant({ 'package.json': manifest, 'docs/dependencies.md': bad })).map(
    faultLine,
  )
  expect(faults).toEqual([
    'docs/dependencies.md: vitest has no line: say what it is for',
    'docs/dependencies.md:4: left-pad is not in package.json any more',
  ])
})

test('addresses and public registries are no places of one machine', () => {
  const root = plant({
    'docs/install.md': 'Open http://localhost:3000/home/settings and see /api/work/orders or ~/shopdesk.',
    'package-lock.json': '{"resolved": "https://registry.npmjs.org/zod/-/zod-4.6.7.tgz"}',
    '.npmrc': 'save-exact=true\nregistry=https://registry.npmjs.org/\n',
  })
  expect(placeFaults(root)).toEqual([])
})

test.each([
  ['docs/install.md', `Run \`/${'home'}/jo/shopdesk/start\`.`],
  ['server/a.ts', `const data = '/${'Users'}/jo/data'`],
  ['bench/a.ts', `const data = "/${'root'}/data"`],
  ['package-lock.json', `{"${'resolved'}": "https://npm.corp.example/zod/-/zod-4.6.7.tgz"}`],
  ['.npmrc', 'registry = https://npm.corp.example/'],
])('a private place in %s is refused', (path, text) => {
  expect(placeFaults(plant({ [path]: text }))).toMatchObject([{ file: path, line: 1 }])
})

const generator = {
  file: 'widget/paths.ts',
  from: 'domain/api.ts',
  write: async () => 'export const paths = 1\n',
}

test('a generated file in step is in order; one changed by hand or missing is refused', async () => {
  const sources = { 'domain/api.ts': '' }
  const inStep = plant({ ...sources, 'widget/paths.ts': 'export const paths = 1\n' })
  const byHand = plant({ ...sources, 'widget/paths.ts': 'export const paths = 2\n' })
  expect(await generatedFaults(inStep, [generator])).toEqual([])
  expect(await generatedFaults(byHand, [generator])).toMatchObject([{ file: 'widget/paths.ts' }])
  expect(await generatedFaults(plant(sources), [generator])).toHaveLength(1)
})
