import Fastify, { type FastifyInstance } from 'fastify'
import type { BuiltInRoleKey } from '../../domain/staff/roles.ts'
import { hashPassword } from '../../server/platform/auth/passwords.ts'
import type { Routes } from '../../server/platform/http/call.ts'
import { refusalOf, replyRefused } from '../../server/platform/http/refused.ts'
import { serveEndpoint } from '../../server/platform/http/serve-endpoint.ts'
import { prepareJobs } from '../../server/platform/jobs/jobs.ts'
import { type Platform, system, transact } from '../../server/platform/work.ts'
import { createStaff } from '../../server/staff/actions/accepting.ts'
import { keepBuiltInRoles } from '../../server/staff/actions/roles.ts'
import { viewerOf } from '../../server/staff/viewers.ts'
import { type FreshDatabase, freshDatabase } from './cluster.ts'
import { silent } from './throw-away.ts'

/** The server with some terms only, on a database of its own, with a clock that the test moves. */
export interface StaffApp {
  readonly app: FastifyInstance
  readonly platform: Platform
  /** Moves the clock forward, in seconds. */
  pass(seconds: number): void
  /** Makes a member of staff who holds a built-in role over a part (everything when left out). */
  person(name: string, role: BuiltInRoleKey, part?: Part): Promise<number>
  roleId(role: BuiltInRoleKey): Promise<number>
  close(): Promise<void>
}

export interface Part {
  readonly brandId?: number
  readonly shopId?: number
  readonly teamId?: number
}

/** Everybody's password in these tests. */
export const password = 'long enough to pass'
export const addressOf = (name: string) => `${name.toLowerCase()}@desk.example`

export async function openStaffApp(
  terms: readonly Routes[],
  config: Partial<Platform['config']> = {},
): Promise<StaffApp> {
  const database = await freshDatabase()
  await prepareJobs(database.pool)
  await keepBuiltInRoles(database.kysely)
  let moment = Date.now()
  const platform = platformOn(database, config, () => new Date(moment))
  const app = Fastify()
  app.setErrorHandler((error, request, reply) => {
    if (refusalOf(error).code === 'internal') console.error(error)
    return replyRefused(error, request, reply)
  })
  const serving = {
    platform,
    viewerOf: (request: Parameters<typeof viewerOf>[1]) => viewerOf(platform, request),
    ownOrigin: () => true,
    checkReplies: true,
  }
  for (const { endpoints, handlers, direct } of terms) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const handler = handlers[name]
      if (handler) serveEndpoint(app, serving, endpoint, handler, direct.has(name))
    }
  }
  const roleId = async (role: BuiltInRoleKey) =>
    (
      await database.kysely
        .selectFrom('role')
        .select('id')
        .where('built_in', '=', role)
        .executeTakeFirstOrThrow()
    ).id
  return {
    app,
    platform,
    pass: (seconds) => {
      moment += seconds * 1000
    },
    roleId,
    person: async (name, role, part = {}) => {
      const { brandId = null, shopId = null, teamId = null } = part
      const grants = [{ roleId: await roleId(role), brandId, shopId, teamId }]
      const passwordHash = await hashPassword(platform, password)
      return transact(platform, system, (work) =>
        createStaff(work, { name, email: addressOf(name), language: 'en', passwordHash, grants }),
      )
    },
    close: async () => {
      await app.close()
      await database.drop()
    },
  }
}

function platformOn(database: FreshDatabase, config: Partial<Platform['config']>, now: () => Date): Platform {
  const bus = {
    poke: () => {},
    tell: () => {},
    onPoke: () => () => {},
    onMessage: () => () => {},
    close: async () => {},
  }
  return {
    config: { ...standard, ...config },
    log: silent,
    kysely: database.kysely,
    pool: database.pool,
    bus,
    processId: 'test',
    now,
  }
}

const standard: Platform['config'] = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  databaseUrl: undefined,
  databasePool: 8,
  publicUrl: undefined,
  trustProxy: false,
  smtpUrl: undefined,
  mailFrom: undefined,
  filesMaxBytes: 1_000_000,
  buildScreens: false,
  logLevel: 'silent',
  secret: 'a secret of thirty-two characters',
}
