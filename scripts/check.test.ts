import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const home = join(import.meta.dirname, '..')
const check = (...parts: string[]) => {
  const node = join(home, 'node_modules/.bin/node')
  return spawnSync(node, ['scripts/check.ts', ...parts], { cwd: home, encoding: 'utf8' })
}

test('each part that was asked for gets its line, and the last line counts them', () => {
  const { stdout, status } = check('terms', 'dependencies')
  expect(stdout).toMatch(/^(ok {2}|FAIL) terms +\d+\.\d s {2}\d+ faults?$/m)
  const counted = /checks: (\d) passed, (\d) failed\n$/.exec(stdout)
  expect(Number(counted?.[1]) + Number(counted?.[2])).toBe(2)
  expect(status === 0).toBe(counted?.[2] === '0')
})

test('a part that does not exist is refused with the names of those that do', () => {
  const { stderr, status } = check('tidiness')
  expect(status).toBe(2)
  expect(stderr).toContain('No such part: tidiness. Parts: tsc, biome')
})
