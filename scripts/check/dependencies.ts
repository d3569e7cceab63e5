import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './fault.ts'
import { tableRows } from './markdown.ts'
import { textOf } from './tree.ts'

const page = 'docs/dependencies.md'

/** A line of `docs/dependencies.md`: the package, the folders that use it, and why we have it. */
export type DocumentedDependency = { name: string; where: string[]; why: string; line: number }

/** Reads the tables of `docs/dependencies.md`: `| package | where | why |`. */
export function documentedDependencies(root: string): DocumentedDependency[] {
  if (!existsSync(join(root, page))) return []
  return tableRows(textOf(root, page), 'package').map(({ cells, line }) => ({
    name: (cells[0] ?? '').replaceAll('`', ''),
    where: (cells[1] ?? '').split(/[,\s]+/).filter((word) => word !== ''),
    why: cells[2] ?? '',
    line,
  }))
}

/** Every dependency in `package.json` has one line that says why, and no line is left over. */
export function dependencyFaults(root: string): Fault[] {
  if (!existsSync(join(root, 'package.json'))) return []
  const manifest = JSON.parse(textOf(root, 'package.json')) as Record<
    string,
    Record<string, string> | undefined
  >
  const declared = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  )
  const lines = documentedDependencies(root)
  const names = lines.map((entry) => entry.name)
  const missing = declared
    .filter((name) => !names.includes(name))
    .map((name) => ({ file: page, message: `${name} has no line: say what it is for` }))
  const leftOver = lines
    .filter((entry) => !declared.includes(entry.name))
    .map((entry) => ({
      file: page,
      line: entry.line,
      message: `${entry.name} is not in package.json any more`,
    }))
  const twice = lines
    .filter((entry, index) => names.indexOf(entry.name) !== index)
    .map((entry) => ({ file: page, line: entry.line, message: `${entry.name} stands here twice` }))
  const silent = lines
    .filter((entry) => entry.why.length < 10)
    .map((entry) => ({ file: page, line: entry.line, message: `${entry.name}: say why we have it` }))
  return [...missing, ...leftOver, ...twice, ...silent]
}
