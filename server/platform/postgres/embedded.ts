import type { Logger } from 'pino'
import { findBinaries } from './binaries.ts'
import { ensureCluster } from './initdb.ts'
import { stopOrphan } from './orphan.ts'
import { ownDataDir } from './owner-lock.ts'
import { findPlace, type Place } from './place.ts'
import { startPostmaster } from './postmaster.ts'

/** How to reach a database on a unix socket. */
export interface SocketConnection {
  /** Folder of the socket. */
  host: string
  port: number
  user: string
  password: string
  database: string
}

export interface Embedded {
  connection: SocketConnection
  /** The PostgreSQL process; `undefined` while it is being started again. */
  pid(): number | undefined
  /** Cuts all connections, stops PostgreSQL in order and gives the folder free. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Absolute path; a folder that is missing is made. */
  dataDir: string
  log: Logger
  /** Settings of PostgreSQL that differ from ours; throw-away clusters of tests turn `fsync` off. */
  settings?: Record<string, string>
}

/**
 * Starts the PostgreSQL that comes with Shopdesk, on a unix socket only, making its cluster on the first start.
 * Throws `DataDirInUse` when another process owns the folder. A PostgreSQL that a killed owner left running is
 * stopped first; one that ends unexpectedly is started again.
 */
export async function startEmbedded({ dataDir, log, settings }: EmbeddedOptions): Promise<Embedded> {
  const place = findPlace(dataDir)
  const lock = ownDataDir(dataDir)
  try {
    const binaries = findBinaries(place)
    await stopOrphan(place.data, log)
    await ensureCluster(place, binaries, user)
    const all = { ...defaultSettings, unix_socket_directories: place.socket, ...settings }
    const postmaster = await startPostmaster(place, binaries, all, log)
    return {
      connection: connectionTo(place),
      pid: postmaster.pid,
      stop: async () => {
        await postmaster.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** How to reach the embedded database that another process of this machine runs on the same folder. */
export function connectionToRunning(dataDir: string): SocketConnection {
  return connectionTo(findPlace(dataDir))
}

const user = 'shopdesk'

function connectionTo(place: Place): SocketConnection {
  // initdb makes a database `postgres`; ours is that one, so that a first start needs no further step.
  return { host: place.socket, port: 5432, user, password: place.password, database: 'postgres' }
}

/** Durable first (fsync and synchronous_commit stay on), then sized for one small machine. */
const defaultSettings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '128MB',
  work_mem: '8MB',
  fsync: 'on',
  synchronous_commit: 'on',
  // Nobody replicates from a socket in a private folder.
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_buffers: '16MB',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  // Values that customers typed have no place in a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}
