import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { inject } from 'vitest'
import {
  connectDatabase,
  type Database,
  type DatabaseConfig,
  openDatabase,
} from '../../server/platform/postgres/database.ts'
import type { SocketConnection } from '../../server/platform/postgres/embedded.ts'
import { findPlace } from '../../server/platform/postgres/place.ts'
import { templateName } from './global-setup.ts'
import { makeDataDir, removeDataDir, silent } from './throw-away.ts'

/** A database of one test file: opened, migrated, empty. */
export interface FreshDatabase extends Database {
  /** Closes and removes it; call it in `afterAll`. */
  drop(): Promise<void>
}

/** The connection of the cluster that all files of this run share; the first caller waits for its start. */
export async function testCluster(): Promise<SocketConnection> {
  const answer = JSON.parse(await text(createConnection(inject('clusterSocket'))))
  if (answer.failed) throw new Error(`The test database could not be made: ${answer.failed}`)
  return answer.connection
}

/** Clones the migrated template: `const database = await freshDatabase()` once for each test file. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return makeDatabase(`template ${templateName}`)
}

/** A database without a single table, for tests of what fills one. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return makeDatabase('template template0')
}

async function makeDatabase(from: string): Promise<FreshDatabase> {
  const cluster = await testCluster()
  const name = `test_${randomBytes(6).toString('hex')}`
  await maintain(cluster, `create database ${name} ${from}`)
  const database = await connectDatabase({ ...cluster, database: name }, 16, silent, async () => {})
  const drop = async () => {
    await database.close()
    await maintain(cluster, `drop database ${name} with (force)`)
  }
  return { ...database, drop }
}

async function maintain(cluster: SocketConnection, statement: string): Promise<void> {
  const client = new pg.Client(cluster)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A cluster of one fault test, as durable as in production. */
export interface OwnCluster {
  config: DatabaseConfig
  /** Starts it (again) and opens it as the server does; not migrated. */
  open(): Promise<Database>
  /** Ends PostgreSQL as a crash would (`kill -9`); returns the number of the process. */
  crash(): number
  /** Removes everything; close what was opened before. */
  remove(): Promise<void>
}

/** Makes a cluster that no other test uses, so that it may be killed. */
export function ownCluster(): OwnCluster {
  const dataDir = makeDataDir()
  const config = { dataDir, databaseUrl: undefined, databasePool: 8 }
  return {
    config,
    open: () => openDatabase(config, silent),
    crash: () => {
      const pid = Number(readFileSync(join(findPlace(dataDir).data, 'postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(pid, 'SIGKILL')
      return pid
    },
    remove: () => removeDataDir(dataDir),
  }
}
