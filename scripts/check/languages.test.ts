import { expect, test } from 'vitest'
import { faultLine } from './fault.ts'
import { languageFaults } from './languages.ts'
import { plant } from './plant.ts'

const dictionary = (texts: unknown) => `export default ${JSON.stringify(texts)}`
const faultsOf = async (en: unknown, zh: unknown) =>
  (
    await languageFaults(
      plant({ 'console/inbox/en.ts': dictionary(en), 'console/inbox/zh.ts': dictionary(zh) }),
    )
  ).map(faultLine)

test('the same keys with the same variables are in order, and plural forms count as one key', async () => {
  const en = { inbox: { title: 'Inbox', waiting_one: 'One waits', waiting_other: '{{count}} wait' } }
  const zh = { inbox: { title: '收件箱', waiting_other: '{{count}} 人在等' } }
  expect(await faultsOf(en, zh)).toEqual([])
})

test('a key that one language lacks is named, with the file that lacks it', async () => {
  expect(await faultsOf({ a: { b: 'x' }, c: 'y' }, { c: '丙' })).toEqual([
    'console/inbox/zh.ts: a.b is missing',
  ])
  expect(await faultsOf({ c: 'y' }, { c: '丙', d: '丁' })).toEqual(['console/inbox/en.ts: d is missing'])
})

test('a variable that one language forgets or misspells is refused', async () => {
  const [fault] = await faultsOf({ hello: 'Hello {{name}}' }, { hello: '你好 {{nam}}' })
  expect(fault).toContain('hello takes nam, in English name')
})

test('single braces and functions are compared too', async () => {
  expect(await faultsOf({ hello: 'Hello {name}' }, { hello: '你好' })).toHaveLength(1)
  const root = plant({
    'widget/en.ts': 'export const en = { size: (bytes: number, unit: string) => bytes + unit }',
    'widget/zh.ts': 'export const zh = { size: (bytes: number) => [bytes] }',
  })
  expect((await languageFaults(root)).map(faultLine).join()).toContain(
    'size takes 1 arguments, in English 2 arguments',
  )
})

test('an empty text is refused', async () => {
  expect(await faultsOf({ a: 'x' }, { a: ' ' })).toContain('console/inbox/zh.ts: a is empty')
})

test.each([
  ['a file without its partner', { 'console/inbox/en.ts': dictionary({}) }, 'has no Chinese partner'],
  ['a Chinese file alone', { 'console/inbox/zh.ts': dictionary({}) }, 'has no English partner'],
  [
    'names with a middle',
    { 'widget/words.en.ts': dictionary({ a: 'x' }), 'widget/words.zh-CN.ts': dictionary({}) },
    'a is missing',
  ],
  [
    'folders by language',
    { 'console/locales/en/inbox.ts': dictionary({ a: 'x' }), 'console/locales/zh/inbox.ts': dictionary({}) },
    'a is missing',
  ],
  [
    'a dictionary with a name of its own',
    { 'console/en.ts': "export const en = { a: 'x' }", 'console/zh.ts': 'export const zh = {}' },
    'a is missing',
  ],
])('%s is read as well', async (_, files, message) => {
  const faults = await languageFaults(plant(files))
  expect(faults.map(faultLine).join()).toContain(message)
})
