import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Viewer } from '../../domain/staff/scope.ts'
import { authOf } from '../platform/auth/auth.ts'
import { authHeaders, cookieIn } from '../platform/auth/request.ts'
import type { Platform } from '../platform/work.ts'
import { seeViewer } from './store/staff.ts'

/** How long an answer is believed without asking the database, in milliseconds. */
const believedFor = 10_000
const most = 5_000

interface Remembered {
  readonly viewer: Viewer
  readonly until: number
}

/** What one process remembers of who is signed in. */
interface Memory {
  readonly byCookie: Map<string, Remembered>
  /** Rises with each forgetting, so that an answer that was under way meanwhile is not kept. */
  generation: number
}

const memories = new WeakMap<Platform, Memory>()

function memoryOf(platform: Platform): Memory {
  const memory = memories.get(platform) ?? { byCookie: new Map(), generation: 0 }
  memories.set(platform, memory)
  return memory
}

/**
 * Who is signed in, by the cookie; null for nobody and for the suspended. Asks the database at most every ten
 * seconds for each sign-in: `forgetViewers` must be called when access changes.
 */
export async function viewerOf(platform: Platform, request: FastifyRequest): Promise<Viewer | null> {
  const auth = authOf(platform)
  const { authCookies } = await auth.$context
  const cookie = cookieIn(request.headers.cookie, authCookies.sessionToken.name)
  if (!cookie) return null
  const memory = memoryOf(platform)
  const key = createHash('sha256').update(cookie).digest('base64')
  const remembered = memory.byCookie.get(key)
  if (remembered && remembered.until > platform.now().getTime()) return remembered.viewer

  const { generation } = memory
  memory.byCookie.delete(key)
  const viewer = await askViewer(platform, request)
  if (viewer && generation === memory.generation) {
    memory.byCookie.set(key, { viewer, until: platform.now().getTime() + believedFor })
    dropOldest(memory)
  }
  return viewer
}

/** Forgets what is remembered of one member of staff, or of all: at once after their access has changed. */
export function forgetViewers(platform: Platform, who: number | 'all'): void {
  const memory = memoryOf(platform)
  memory.generation++
  for (const [key, { viewer }] of memory.byCookie) {
    if (who === 'all' || viewer.staffId === who) memory.byCookie.delete(key)
  }
}

async function askViewer(platform: Platform, request: FastifyRequest): Promise<Viewer | null> {
  const found = await authOf(platform).api.getSession({
    headers: authHeaders(request),
    query: { disableRefresh: true },
  })
  if (!found) return null
  const row = await seeViewer(platform.kysely, found.user.id, platform.now())
  return row ? { staffId: row.id, name: row.name, language: row.language, grants: row.grants } : null
}

function dropOldest(memory: Memory): void {
  if (memory.byCookie.size <= most) return
  for (const key of memory.byCookie.keys()) {
    memory.byCookie.delete(key)
    return
  }
}
