import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Fault } from './fault.ts'
import { projectFiles } from './tree.ts'

/** Key with its dots -> the variables its texts take, for one language. */
type Texts = Map<string, Set<string>>

/** i18next's plural endings: Chinese has one form where English has two, so they count as one key. */
const plural = /_(zero|one|two|few|many|other)$/
const english = /(^|[/.])en(-[A-Z]{2})?(?=\/.*\.ts$|\.ts$)/

/** Both languages say everything: the same keys, none empty, with the same `{variables}` or `{{variables}}`. */
export async function languageFaults(root: string): Promise<Fault[]> {
  const files = projectFiles(root).filter((path) => /^(console|widget|server|cli|domain)\/.*\.ts$/.test(path))
  const dictionaries = files.filter((path) => english.test(path) || english.test(inEnglish(path)))
  const pairs = new Set(dictionaries.map((path) => (english.test(path) ? path : inEnglish(path))))
  const found = await Promise.all([...pairs].map((path) => pairFaults(root, path, files)))
  return found.flat()
}

/** `zh.ts`, `greeting.zh.ts` and `zh-CN/greeting.ts` become the name of their English partner. */
function inEnglish(path: string): string {
  return path.replace(/(^|[/.])zh(-CN)?(?=\/.*\.ts$|\.ts$)/, '$1en')
}

async function pairFaults(root: string, englishFile: string, files: string[]): Promise<Fault[]> {
  const chineseFile = files.find((path) => path !== englishFile && inEnglish(path) === englishFile)
  if (!files.includes(englishFile))
    return [{ file: chineseFile, message: `has no English partner ${englishFile}` }]
  if (!chineseFile) return [{ file: englishFile, message: 'has no Chinese partner' }]
  const [en, zh] = await Promise.all([textsOf(root, englishFile), textsOf(root, chineseFile)])
  return [
    ...missing(en, zh, chineseFile),
    ...missing(zh, en, englishFile),
    ...differing(en, zh, chineseFile),
    ...empty(en, englishFile),
    ...empty(zh, chineseFile),
  ]
}

async function textsOf(root: string, file: string): Promise<Texts> {
  const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>
  const texts: Texts = new Map()
  const exported = module.default === undefined ? Object.values(module) : [module.default]
  for (const dictionary of exported) collect(dictionary, [], texts)
  return texts
}

function collect(value: unknown, path: string[], texts: Texts): void {
  if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key], texts)
    return
  }
  const key = path.join('.').replace(plural, '')
  const variables = texts.get(key) ?? new Set()
  if (typeof value === 'function') texts.set(key, variables.add(`${value.length} arguments`))
  if (typeof value !== 'string') return
  for (const match of value.matchAll(/\{\{?-?\s*([\w.]+)[^{}]*\}/g)) variables.add(match[1] ?? '')
  if (value.trim() === '') variables.add('(empty)')
  texts.set(key, variables)
}

function missing(from: Texts, to: Texts, file: string): Fault[] {
  return [...from.keys()].filter((key) => !to.has(key)).map((key) => ({ file, message: `${key} is missing` }))
}

function differing(en: Texts, zh: Texts, file: string): Fault[] {
  return [...en].flatMap(([key, variables]) => {
    const others = zh.get(key)
    if (!others || variables.symmetricDifference(others).size === 0) return []
    const list = (names: Set<string>) => [...names].sort().join(', ') || 'none'
    return [{ file, message: `${key} takes ${list(others)}, in English ${list(variables)}` }]
  })
}

function empty(texts: Texts, file: string): Fault[] {
  const keys = [...texts].filter(([, variables]) => variables.has('(empty)'))
  return keys.map(([key]) => ({ file, message: `${key} is empty` }))
}
