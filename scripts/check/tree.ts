import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lists the files that belong to the project, as paths from `root` with forward slashes, sorted.
 * In a git checkout these are the tracked and the new files without the ignored ones;
 * elsewhere every file outside `node_modules` and `dist`.
 */
export function projectFiles(root: string): string[] {
  const found = existsSync(join(root, '.git')) ? gitFiles(root) : walkedFiles(root)
  return found.filter((path) => existsSync(join(root, path))).sort()
}

function gitFiles(root: string): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']
  const output = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return output.split('\0').filter((path) => path !== '')
}

function walkedFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', '.git'].includes(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? walkedFiles(root, path) : [path]
  })
}

/** The TypeScript sources among the project's files. */
export function sourceFiles(root: string): string[] {
  return projectFiles(root).filter((path) => /\.tsx?$/.test(path))
}

/** The text of one file of the project. */
export function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** The line, counted from 1, on which the character at `offset` stands. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Whether the path is a test or serves only tests, so that rules for the product do not bind it. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/')
}
