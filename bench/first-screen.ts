import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of the console's build, what Vite wrote down about a chunk. */
interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/** What stands when somebody opens the inbox: the page, its language, and the inbox itself, which are loaded late. */
const shown = [
  'index.html',
  'shell/english.ts',
  'conversation/inbox-page.tsx',
  // antd's own words: in the language the page begins with, then in the person's.
  '../node_modules/antd/es/locale/en_US.js',
  '../node_modules/antd/es/locale/zh_CN.js',
]

const followed = [
  'conversation/conversation-pane.tsx',
  'conversation/beside-pane.tsx',
  'customer/customer-panel.tsx',
]

/**
 * The files below the folder of the built console that a browser loads until the inbox stands, without the pictures.
 * A journey holds this list to what a browser really loads.
 */
export function firstScreenFiles(folder: string): string[] {
  return ['index.html', ...filesOf(folder, shown)]
}

/** What the inbox loads behind it, for the conversation that will be opened. */
export function lateFiles(folder: string): string[] {
  return filesOf(folder, followed)
}

function filesOf(folder: string, names: readonly string[]): string[] {
  const path = join(folder, '.vite', 'manifest.json')
  if (!existsSync(path)) return []
  const chunks = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>
  const found = new Set<string>()
  const visit = (name: string) => {
    const chunk = chunks[name]
    if (!chunk || found.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const name of names) visit(name)
  return [...found]
}
