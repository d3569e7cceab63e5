import { spawn } from 'node:child_process'
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

/**
 * Makes the cluster's data folder when there is none yet. One that was left half made is made anew: only a
 * finished one gets its name.
 */
export async function ensureCluster(place: Place, binaries: Binaries, user: string): Promise<void> {
  if (existsSync(place.data)) return
  const draft = join(place.home, 'data.new')
  rmSync(draft, { recursive: true, force: true })
  const passwordFile = join(place.home, 'password.new')
  writeFileSync(passwordFile, `${place.password}\n`, { mode: 0o600 })
  if (place.runAs) chownSync(passwordFile, place.runAs.uid, place.runAs.gid)
  await run(
    binaries.initdb,
    [
      `--pgdata=${draft}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--data-checksums',
    ],
    place,
  )
  rmSync(passwordFile)
  renameSync(draft, place.data)
}

function run(program: string, args: string[], place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: place.home, env: childEnvironment(), ...place.runAs })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve()
      reject(new Error(`The database could not be created (initdb ended with ${signal ?? code}):\n${output}`))
    })
    child.stdin.end()
  })
}

/** What PostgreSQL's programs get to see of the environment: nothing of ours, no secrets. */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}
