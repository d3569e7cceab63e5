import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keptSecret } from '../kept-secret.ts'

/** Where an embedded cluster lives and as whom it runs. */
export interface Place {
  /** Folder that holds everything of this cluster. */
  home: string
  /** PostgreSQL's own data folder inside it. */
  data: string
  /** Folder of the socket, mode 0700. */
  socket: string
  password: string
  /** Set when we are root, whom PostgreSQL refuses: the user to run as. */
  runAs: { uid: number; gid: number } | undefined
}

/** The kernel takes no socket path longer than this (104 bytes on macOS, 108 on Linux, with the end mark). */
const longestSocketPath = 103

/**
 * Finds the cluster's place, making its folders where they are missing. As root it is
 * `/var/lib/shopdesk/<id>`, with the id kept in `DATA_DIR/cluster`: DATA_DIR itself may be closed to other users.
 */
export function findPlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const runAs = process.getuid?.() === 0 ? nobody() : undefined
  const home = runAs ? join(sharedFolder(), keptId(join(dataDir, 'cluster'))) : join(dataDir, 'postgres')
  makeFolder(home, runAs)
  const socket = socketFolder(home)
  makeFolder(socket, runAs)
  return { home, data: join(home, 'data'), socket, password: keptSecret(join(dataDir, 'password')), runAs }
}

function sharedFolder(): string {
  const path = '/var/lib/shopdesk'
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o711)
  return path
}

function makeFolder(path: string, owner: Place['runAs']): void {
  mkdirSync(path, { recursive: true })
  if (owner) chownSync(path, owner.uid, owner.gid)
  chmodSync(path, 0o700)
}

function keptId(path: string): string {
  if (!existsSync(path))
    writeFileSync(path, `${randomBytes(8).toString('hex')}\n`, { mode: 0o600, flush: true })
  const id = readFileSync(path, 'utf8').trim()
  if (!/^[0-9a-f]{16}$/.test(id)) throw new Error(`${path} is damaged: it should hold 16 hexadecimal digits.`)
  return id
}

function socketFolder(home: string): string {
  const inside = join(home, 'socket')
  if (Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= longestSocketPath) return inside
  const kept = join(home, 'socket-folder')
  const known = existsSync(kept) ? readFileSync(kept, 'utf8') : ''
  if (known && existsSync(known)) return known
  const made = mkdtempSync(join(tmpdir(), 'shopdesk-'))
  writeFileSync(kept, made)
  return made
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m)
  return { uid: Number(line?.[1] ?? 65_534), gid: Number(line?.[2] ?? 65_534) }
}
