import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { stopOrphan } from '../../server/platform/postgres/orphan.ts'
import { ownDataDir } from '../../server/platform/postgres/owner-lock.ts'
import { findPlace } from '../../server/platform/postgres/place.ts'

/** A log that nobody reads. */
export const silent = pino({ level: 'silent' })

const prefix = 'shopdesk-test-'

/** A DATA_DIR of this test alone; `removeDataDir` takes it away again. */
export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), prefix))
}

/** Stops what still runs on the folder and removes it, also the part that lies elsewhere for root. */
export async function removeDataDir(dataDir: string): Promise<void> {
  const place = findPlace(dataDir)
  const lock = ownDataDir(dataDir)
  await stopOrphan(place.data, silent)
  lock.release()
  rmSync(place.home, { recursive: true, force: true })
  rmSync(place.socket, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}

/** Removes what test runs that were killed left behind more than an hour ago. */
export async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name)
    const stat = statSync(dataDir)
    if (stat.uid !== process.getuid?.() || Date.now() - stat.mtimeMs < 3_600_000) continue
    // Still in use, or another run is sweeping it: then it is not ours to remove.
    await removeDataDir(dataDir).catch(() => {})
  }
}
