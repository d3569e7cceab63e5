import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const home = join(import.meta.dirname, '../..')

/** The text as Biome formats it, so that a generated file passes the same check as a written one. */
export function formatted(file: string, text: string): string {
  const args = ['format', `--stdin-file-path=${file}`]
  const { stdout, status, stderr } = spawnSync(join(home, 'node_modules/.bin/biome'), args, {
    cwd: home,
    input: text,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`biome could not format ${file}: ${stderr}`)
  return stdout
}
