import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BackupRefused, type Entry } from './backup-format.ts'

/** Writes one file of a backup below the folder. Refuses a path that leads out of it. */
export async function addFile(folder: string, path: string, content: Entry): Promise<void> {
  const target = resolve(join(folder, path))
  if (!target.startsWith(resolve(folder) + sep)) {
    throw new BackupRefused(
      `The backup holds a file outside the files folder (${path}). It is damaged or forged.`,
    )
  }
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await pipeline(content, createWriteStream(target, { mode: 0o600, flags: 'wx' }))
}
