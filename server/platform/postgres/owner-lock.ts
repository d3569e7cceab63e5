import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another Shopdesk process owns this DATA_DIR. */
export class DataDirInUse extends Error {
  override name = 'DataDirInUse'
  readonly code = 'data_dir_in_use'
}

/**
 * Makes this process the only owner of the folder until it releases it or ends, however it ends. Throws
 * `DataDirInUse` when another process owns it.
 *
 * Node has no file locks of its own; SQLite takes one of the operating system, which no `kill -9` leaves behind.
 */
export function ownDataDir(dataDir: string): { release(): void } {
  const lock = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error
    throw new DataDirInUse(
      `Another Shopdesk${ownerName(dataDir)} is using ${dataDir}. Stop that one first, or set DATA_DIR to another folder.`,
    )
  }
  writeFileSync(join(dataDir, 'owner'), `${process.pid}\n`)
  return { release: () => lock.close() }
}

const sqliteBusy = 5

function ownerName(dataDir: string): string {
  try {
    return ` (process ${readFileSync(join(dataDir, 'owner'), 'utf8').trim()})`
  } catch {
    return ''
  }
}
