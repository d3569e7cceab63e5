import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The secret in this file (mode 0600); a random one of 256 bits is made and kept when there is none.
 * Two processes that start at once end up with the same secret.
 */
export function keptSecret(path: string): string {
  return readSecret(path) ?? makeSecret(path)
}

function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function makeSecret(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const secret = randomBytes(32).toString('hex')
  const draft = `${path}.${secret.slice(0, 8)}`
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true })
  try {
    // A link, unlike a rename, never replaces the secret that another process kept meanwhile.
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(path, 'utf8').trim()
}
