import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { type SocketConnection, startEmbedded } from '../server/platform/postgres/embedded.ts'
import { findPlace } from '../server/platform/postgres/place.ts'

/** The PostgreSQL on which the product and the baseline both run, each in a database of its own. */
export interface Cluster {
  /** Makes an empty database and answers how to reach it. */
  createDatabase(name: string): Promise<SocketConnection>
  remove(): Promise<void>
}

/** Starts a PostgreSQL with the product's own settings (fsync on) in a temporary folder. */
export async function startCluster(): Promise<Cluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shopdesk-bench-'))
  const embedded = await startEmbedded({ dataDir, log: pino({ level: 'silent' }) })
  return {
    createDatabase: async (name) => {
      const client = new pg.Client(embedded.connection)
      await client.connect()
      await client.query(`create database ${name} template template0`)
      await client.end()
      return { ...embedded.connection, database: name }
    },
    remove: async () => {
      await embedded.stop()
      rmSync(findPlace(dataDir).home, { recursive: true, force: true })
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The connection as an address, for another process's environment. */
export function addressOf(connection: SocketConnection): string {
  const { user, password, host, port, database } = connection
  return `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
