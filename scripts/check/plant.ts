import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * Writes a small tree of files into a temporary folder, for a test that plants a violation in it.
 * The folder is removed when the test has finished.
 *
 * @param files path from the root -> text
 * @returns the root of the tree
 */
export function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'shopdesk-plant-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
