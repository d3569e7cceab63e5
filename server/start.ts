import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import { startAssignment } from './assignment/readers.ts'
import { ensureSetupToken } from './installation/actions.ts'
import { jobHandlers } from './jobs.ts'
import { type Live, startLive } from './live/live.ts'
import type { ViewerSource } from './live/viewer-source.ts'
import { openPostgresBus } from './platform/bus/postgres-bus.ts'
import type { Config } from './platform/config.ts'
import { startReader } from './platform/event-log/reader.ts'
import { buildScreens, screensFolder } from './platform/front/build.ts'
import { prepareJobs, startJobs } from './platform/jobs/jobs.ts'
import { openMail } from './platform/mail/mail.ts'
import { type Database, openDatabase } from './platform/postgres/database.ts'
import { migrate } from './platform/postgres/migrate.ts'
import type { Platform } from './platform/work.ts'
import { allReaders } from './readers.ts'
import { startSchedule } from './schedule.ts'
import { keepBuiltInRoles } from './staff/actions/roles.ts'
import { forgetViewers, viewerOf } from './staff/viewers.ts'

export interface StartOptions {
  /** Checks every reply against its declared shape. */
  readonly checkReplies: boolean
  now(): Date
}

export interface Running {
  readonly app: FastifyInstance
  readonly platform: Platform
  readonly live: Live
  /** Port on which it listens. */
  readonly port: number
  /** For the set-up page; null once there is an owner. */
  readonly setupToken: string | null
  /** Takes no new request, finishes those under way, stops everything. */
  stop(): Promise<void>
}

/** Opens the database, brings it up to date, and starts a whole Shopdesk on it in this process. */
export async function startShopdesk(config: Config, log: Logger, options: StartOptions): Promise<Running> {
  const screens = config.buildScreens ? buildScreens(log) : Promise.resolve(false)
  screens.catch(() => {})
  const database = await openDatabase(config, log)
  try {
    await migrate(database, log)
    await prepareJobs(database.pool)
    await screens
    return await startOn(database, config, log, options)
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Starts everything on a migrated database, which is closed with it. What fails half way stops what has started. */
export async function startOn(
  database: Database,
  config: Config,
  log: Logger,
  options: StartOptions,
): Promise<Running> {
  const stops: (() => Promise<unknown>)[] = [() => database.close()]
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) {
      await step().catch((error: unknown) => log.error({ err: error }, 'stopping a part failed'))
    }
  }
  try {
    const platform = platformOn(config, log, database, options.now)
    stops.push(() => platform.bus.close())
    await keepBuiltInRoles(platform.kysely)
    const setup = await ensureSetupToken(platform)
    const viewers = viewersOf(platform)
    const live = await startLive(platform, viewers)
    stops.push(() => live.stop())
    for (const reader of allReaders) {
      const loop = startReader(platform, reader)
      stops.push(() => loop.stop())
    }
    const assignment = startAssignment(platform)
    stops.push(() => assignment.stop())
    const mail = openMail(config)
    stops.push(async () => mail.close())
    const jobs = await startJobs(platform, jobHandlers(platform, mail))
    stops.push(() => jobs.stop())
    const schedule = startSchedule(platform)
    stops.push(() => schedule.stop())
    const { checkReplies } = options
    const app = await buildApp({ platform, live, viewers, screens: screensFolder, checkReplies })
    stops.push(async () => {
      live.staff.closeAll()
      live.visitors.closeAll()
      await app.close()
    })
    await app.listen({ port: config.port, host: config.host })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    return { app, platform, live, port, setupToken: setup?.token ?? null, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function viewersOf(platform: Platform): ViewerSource {
  return {
    viewerOf: (request) => viewerOf(platform, request),
    forget: (who) => forgetViewers(platform, who),
  }
}

function platformOn(config: Config, log: Logger, database: Database, now: () => Date): Platform {
  return {
    config,
    log,
    kysely: database.kysely,
    pool: database.pool,
    bus: openPostgresBus(database.connection, log),
    processId: randomUUID(),
    now,
  }
}
