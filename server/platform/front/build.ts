import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { compressBelow } from './compress.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const sources = ['console', 'widget', 'domain', 'package-lock.json']

/** Where the built screens lie. */
export const screensFolder = join(root, 'dist')

/** Builds console and widget unless they were built from just this source. Answers whether anything was built. */
export async function buildScreens(log: Logger): Promise<boolean> {
  const mark = join(screensFolder, 'source')
  const wanted = await sourceHash()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return false
  log.info('building the screens; this happens once for each version')
  await Promise.all(['console', 'widget'].map((part) => build(part)))
  await compressBelow(screensFolder)
  writeFileSync(mark, wanted)
  return true
}

async function build(part: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--config', join(root, part, 'vite.config.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0)
    throw new Error(`building ${part} failed:\n${Buffer.concat(output).toString('utf8').slice(-4000)}`)
}

/** A hash of all that the screens are built from; tests do not count. */
async function sourceHash(): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesBelow(source)))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(file)
    hash.update(await readFile(join(root, file)))
  }
  return hash.digest('hex')
}

async function filesBelow(path: string): Promise<string[]> {
  if (!existsSync(join(root, path))) return []
  if (path.includes('.')) return [path]
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}
