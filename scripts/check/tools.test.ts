import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { biomeFaults, typeFaults, unusedFaults } from './tools.ts'

const style = { javascript: { formatter: { quoteStyle: 'single', semicolons: 'asNeeded' } } }
const biome = { 'biome.json': `${JSON.stringify(style, null, '\t')}\n` }

test('Biome: a tidy file passes; an untidy one and a careless one are refused', async () => {
  expect(await biomeFaults(plant({ ...biome, 'a.ts': "export const a = 'x'\n" }))).toEqual([])
  const planted = plant({
    ...biome,
    'a.ts': 'export const a = "x";\n',
    'b.ts': 'export const b = (c: any) => c\n',
  })
  const faults = await biomeFaults(planted)
  expect(faults).toContainEqual(
    expect.objectContaining({ file: 'a.ts', message: expect.stringContaining('format') }),
  )
  expect(faults).toContainEqual(
    expect.objectContaining({ file: 'b.ts', message: expect.stringContaining('noExplicitAny') }),
  )
})

const strict =
  '{"compilerOptions":{"strict":true,"noEmit":true,"types":[],"module":"esnext"},"include":["server"]}'
const widget =
  '{"extends":"../tsconfig.json","compilerOptions":{"jsx":"preserve","lib":["esnext"]},"include":["."]}'

test('tsc: a wrong type is refused in the program and in the widget, with its line', async () => {
  const good = {
    'tsconfig.json': strict,
    'widget/tsconfig.json': widget,
    'server/a.ts': 'export const a: number = 1\n',
  }
  expect(await typeFaults(plant({ ...good, 'widget/w.ts': 'export const w: string = "w"\n' }))).toEqual([])
  const planted = plant({
    ...good,
    'server/b.ts': '\nexport const b: number = "b"\n',
    'widget/w.ts': 'export const w: string = 1\n',
  })
  expect(await typeFaults(planted)).toMatchObject([
    { file: 'server/b.ts', line: 2, message: expect.stringContaining('TS2322') },
    { file: 'widget/w.ts', line: 1, message: expect.stringContaining('TS2322') },
  ])
})

test('knip: an unused file, export and package are refused', async () => {
  const good = {
    'package.json': '{"name":"a","type":"module","dependencies":{}}',
    'knip.json': '{"entry":["main.ts"],"project":["**/*.ts"]}',
    'main.ts': "import { used } from './used.ts'\nconsole.log(used)\n",
    'used.ts': 'export const used = 1\n',
  }
  expect(await unusedFaults(plant(good))).toEqual([])
  const planted = plant({
    ...good,
    'package.json': '{"name":"a","type":"module","dependencies":{"left-pad":"1"}}',
    'alone.ts': 'export const alone = 1\n',
    'used.ts': 'export const used = 1\nexport const idle = 2\n',
  })
  const messages = (await unusedFaults(planted)).map((fault) => fault.message).join('\n')
  expect(messages).toContain('alone.ts')
  expect(messages).toContain('idle')
  expect(messages).toContain('left-pad')
})
