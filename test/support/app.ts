import { api } from '../../domain/api.ts'
import { type Client, createClient, type Send } from '../../domain/client.ts'
import type { BuiltInRoleKey } from '../../domain/staff/roles.ts'
import type { Config } from '../../server/platform/config.ts'
import { prepareJobs } from '../../server/platform/jobs/jobs.ts'
import { type Running, startOn } from '../../server/start.ts'
import { freshDatabase } from './cluster.ts'
import { makeDataDir, removeDataDir, silent } from './throw-away.ts'

export type ApiClient = Client<typeof api>

/** Somebody who calls the API: the typed client and the cookie or token it sends. */
export interface Caller {
  readonly client: ApiClient
  /** Headers of the next requests; the cookie is kept by itself. */
  readonly headers: Record<string, string>
}

/** A whole Shopdesk, set up, on a database of its own; it listens on a free port. */
export interface TestApp extends Running {
  readonly url: string
  readonly config: Config
  readonly owner: Caller
  readonly brandId: number
  readonly shopId: number
  readonly channelId: number
  readonly channelKey: string
  /** Nobody in particular. */
  anybody(): Caller
  /** A visitor of a channel (the first shop's when left out), with a token. */
  visitor(options?: {
    channelKey?: string
    name?: string
    email?: string
    identity?: string
  }): Promise<Caller>
  /** A signed-in member of staff with a built-in role over a part (everything when left out). */
  staff(name: string, role: BuiltInRoleKey, part?: Part): Promise<Caller & { staffId: number }>
  close(): Promise<void>
}

interface Part {
  readonly brandId?: number
  readonly shopId?: number
  readonly teamId?: number
}

export const testPassword = 'long enough to pass'

export interface TestAppOptions {
  readonly config?: Partial<Config>
  now?(): Date
}

export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await freshDatabase()
  await prepareJobs(database.pool)
  const dataDir = makeDataDir()
  const config: Config = { ...standard, dataDir, ...options.config }
  const running = await startOn({ ...database, close: database.drop }, config, silent, {
    checkReplies: true,
    now: options.now ?? (() => new Date()),
  })
  const url = `http://127.0.0.1:${running.port}`
  const anybody = () => caller(url)
  const owner = anybody()
  const made = await owner.client.installation.setUp({
    body: {
      token: running.setupToken ?? '',
      owner: { name: 'Olive', email: 'olive@desk.example', password: testPassword, language: 'en' },
      brand: { name: 'Lantern' },
      shop: { name: 'Lantern Home', timeZone: 'Asia/Shanghai', languages: ['zh-CN', 'en'] },
    },
  })
  const roles = await owner.client.staff.listRoles()

  return {
    ...running,
    url,
    config,
    owner,
    brandId: made.brandId,
    shopId: made.shopId,
    channelId: made.channelId,
    channelKey: made.channelKey,
    anybody,
    visitor: async ({ channelKey = made.channelKey, ...body } = {}) => {
      const visitor = anybody()
      const { token } = await visitor.client.widget.createVisitor({ params: { channelKey }, body })
      visitor.headers.authorization = `Bearer ${token}`
      return visitor
    },
    staff: async (name, role, part = {}) => {
      const roleId = roles.roles.find((one) => one.builtIn === role)?.id ?? 0
      const { brandId = null, shopId = null, teamId = null } = part
      const { link } = await owner.client.staff.invite({
        body: {
          email: `${name.toLowerCase()}@desk.example`,
          name,
          grants: [{ roleId, brandId, shopId, teamId }],
        },
      })
      const person = anybody()
      const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? ''
      await person.client.staff.acceptInvitation({
        body: { token, name, password: testPassword, language: 'en' },
      })
      const { staffId } = await person.client.staff.getMe()
      return { ...person, staffId }
    },
    close: async () => {
      await running.stop()
      await removeDataDir(dataDir)
    },
  }
}

/** A caller over HTTP that keeps its cookies, as a browser does. */
export function caller(url: string): Caller {
  const headers: Record<string, string> = {}
  const cookies = new Map<string, string>()
  const send: Send = async (request) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(url + request.path, {
      method: request.method,
      headers: {
        ...headers,
        ...request.headers,
        ...(cookie ? { cookie } : {}),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
      headers.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    }
    return { status: reply.status, body: await reply.json().catch(() => null) }
  }
  return { client: createClient(api, send), headers }
}

const standard: Config = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  databaseUrl: undefined,
  databasePool: 12,
  publicUrl: undefined,
  trustProxy: false,
  smtpUrl: undefined,
  mailFrom: undefined,
  filesMaxBytes: 1_000_000,
  buildScreens: false,
  logLevel: 'silent',
  secret: 'a secret of thirty-two characters',
}
