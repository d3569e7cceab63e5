import { createServer } from 'node:net'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectDatabase } from '../../server/platform/postgres/database.ts'
import { startEmbedded } from '../../server/platform/postgres/embedded.ts'
import { migrate } from '../../server/platform/postgres/migrate.ts'
import { makeDataDir, removeDataDir, silent, sweepLeftovers } from './throw-away.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket that answers with the connection of this run's cluster, started when the first test file asks. */
    clusterSocket: string
  }
}

/** Name of the migrated database that every test file clones. */
export const templateName = 'template_shopdesk'

/** One cluster for the whole run; a run that touches no database starts none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepLeftovers()
  const dataDir = makeDataDir()
  const socket = join(dataDir, 'ask.sock')
  let cluster: ReturnType<typeof startCluster> | undefined

  const server = createServer(async (asking) => {
    try {
      cluster ??= startCluster(dataDir)
      asking.end(JSON.stringify({ connection: (await cluster).connection }))
    } catch (error) {
      asking.end(JSON.stringify({ failed: (error as Error).message }))
    }
  })
  await new Promise<void>((resolve) => server.listen(socket, resolve))
  project.provide('clusterSocket', socket)

  return async () => {
    server.close()
    await cluster?.then((started) => started.stop()).catch(() => {})
    await removeDataDir(dataDir)
  }
}

async function startCluster(dataDir: string) {
  // Nothing in it outlives the run, so it need not survive a power cut.
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '200',
  }
  const cluster = await startEmbedded({ dataDir, log: silent, settings })
  try {
    await migrateTemplate(cluster.connection)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return cluster
}

async function migrateTemplate(connection: pg.ClientConfig): Promise<void> {
  const maintenance = await connectDatabase(connection, 2, silent, async () => {})
  await maintenance.pool.query(`create database ${templateName}`)
  await maintenance.close()
  const template = await connectDatabase({ ...connection, database: templateName }, 2, silent, async () => {})
  await template.close()
  await migrate(template, silent)
}
