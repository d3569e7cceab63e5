import { longFiles } from './exceptions.ts'
import type { Fault } from './fault.ts'
import { sourceFiles, textOf } from './tree.ts'

const limit = 300
const testLimit = 500

/** No source longer than 300 lines, no test longer than 500, but for the tables in the list. */
export function lengthFaults(root: string, exempt: Record<string, string> = longFiles): Fault[] {
  const sources = sourceFiles(root)
  const stale = Object.keys(exempt)
    .filter((path) => !sources.includes(path))
    .map((file) => ({ file, message: 'is in the list of long files and not in the project' }))
  const long = sources
    .filter((path) => !(path in exempt))
    .flatMap((file) => {
      const allowed = /\.test\.tsx?$/.test(file) ? testLimit : limit
      const lines = textOf(root, file).trimEnd().split('\n').length
      if (lines <= allowed) return []
      return [{ file, message: `${lines} lines, ${allowed} are allowed: split it by what it does` }]
    })
  return [...stale, ...long]
}
