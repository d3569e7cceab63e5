import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import type { DB } from '../../../db/types.ts'
import type { Config } from '../config.ts'
import { columnTypes } from './column-types.ts'
import { connectionToRunning, startEmbedded } from './embedded.ts'
import { requireFit } from './fitness.ts'
import { DataDirInUse } from './owner-lock.ts'

/** The opened database, whichever it is. */
export interface Database {
  pool: pg.Pool
  kysely: Kysely<DB>
  /** For a connection of one's own, outside the pool (listening, copying, migrating). */
  connection: pg.ClientConfig
  /** Ends the pool, then stops the embedded PostgreSQL if it is ours. */
  close(): Promise<void>
}

/** What opening needs to know. */
export type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databasePool'>

/**
 * Opens the database named by `DATABASE_URL`, or starts the embedded one, and checks that it is fit (version,
 * encoding, Chinese trigrams). Statements and transactions end after 30 s; times are UTC; bigint reads as number.
 * Does not migrate. Throws `DataDirInUse` when another process runs the embedded one.
 */
export async function openDatabase(config: DatabaseConfig, log: Logger): Promise<Database> {
  if (config.databaseUrl) {
    return connectDatabase({ connectionString: config.databaseUrl }, config.databasePool, log, async () => {})
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log })
  return connectDatabase(embedded.connection, config.databasePool, log, embedded.stop)
}

/** Like `openDatabase`, but joins the embedded database that another process runs: for the command line. */
export async function joinDatabase(config: DatabaseConfig, log: Logger): Promise<Database> {
  try {
    return await openDatabase(config, log)
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error
    return connectDatabase(connectionToRunning(config.dataDir), config.databasePool, log, async () => {})
  }
}

/** Opens a pool on a database that runs already; `stop` is called after the pool has ended, or at once on a fault. */
export async function connectDatabase(
  connection: pg.ClientConfig,
  most: number,
  log: Logger,
  stop: () => Promise<void>,
): Promise<Database> {
  const pool = new pg.Pool({
    ...connection,
    ...sessionSettings,
    max: most,
    types: columnTypes,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
  })
  let closing: Promise<void> | undefined
  const lost = (error: Error) => {
    if (!closing) log.warn({ err: error }, 'a database connection was lost')
  }
  // The pool listens only while a connection is idle; one that dies between two queries must not end the process.
  pool.on('connect', (client) => client.on('error', lost))
  pool.on('error', () => {})
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

  const endAndStop = async () => {
    await Promise.race([pool.end(), new Promise((resolve) => setTimeout(resolve, 10_000).unref())])
    await stop()
  }
  const close = () => {
    closing ??= endAndStop()
    return closing
  }
  try {
    await requireFit(connection)
  } catch (error) {
    await close()
    throw error
  }
  return { pool, kysely, connection, close }
}

const sessionSettings: pg.ClientConfig = {
  application_name: 'shopdesk',
  statement_timeout: 30_000,
  keepAlive: true,
  options: '-c transaction_timeout=30s -c TimeZone=UTC',
}
