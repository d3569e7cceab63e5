import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Endpoint, EndpointAccess } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import type { Actor } from '../../../domain/event.ts'
import type { Fault } from '../../../domain/refusal.ts'
import { writeKey } from '../../../domain/shape.ts'
import { holds, type Viewer } from '../../../domain/staff/scope.ts'
import { type Platform, system, transact, type Work } from '../work.ts'
import { claimKey, type KeyedRequest, keepReply } from './idempotency.ts'
import { faultsOf, invalidInput } from './refused.ts'

export interface Serving {
  readonly platform: Platform
  /** Who is signed in, or null. */
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer | null>
  /** Whether a write with this Origin header may come in with the staff cookie. */
  readonly ownOrigin: (request: FastifyRequest) => boolean
  /** Checks every reply against its declared shape; for tests. */
  readonly checkReplies: boolean
}

export type AnyHandler = (call: never) => Promise<unknown>

/** Puts one endpoint on the wire: access, input, idempotency, transaction, reply. */
export function serveEndpoint(
  app: FastifyInstance,
  serving: Serving,
  declared: Endpoint,
  handler: AnyHandler,
  direct: boolean,
): void {
  app.route({
    method: declared.method,
    url: declared.path,
    ...(declared.raw === 'request' ? { onRequest: takeAsBytes } : {}),
    handler: async (request, reply) => {
      const viewer = await admit(serving, declared, request)
      const input = parseInput(declared, request)
      const call = { ...input, viewer, visitorToken: bearer(request), address: request.ip, request, reply }
      const answer = await run(serving, declared, handler, direct, call, actorOf(viewer))
      if (declared.raw === 'response') return reply
      if (serving.checkReplies) checkReply(declared, answer)
      return reply.send(answer)
    },
  })
}

/** A text or JSON file is a file here: no parser may read it before the handler does. */
async function takeAsBytes(request: FastifyRequest): Promise<void> {
  request.raw.headers['content-type'] = 'application/octet-stream'
}

async function admit(serving: Serving, declared: Endpoint, request: FastifyRequest): Promise<Viewer | null> {
  if (declared.access === 'visitor') return null
  const cookieWrite = declared.method !== 'GET' && !declared.path.startsWith('/api/widget/')
  if (cookieWrite && !serving.ownOrigin(request)) throw refuse('origin_foreign')
  if (declared.access === 'public') return null
  const viewer = await serving.viewerOf(request)
  if (!viewer) throw refuse('sign_in_needed')
  if (!mayCall(viewer, declared.access)) throw refuse('not_allowed')
  return viewer
}

function mayCall(viewer: Viewer, access: Exclude<EndpointAccess, 'visitor' | 'public'>): boolean {
  if (access === 'staff') return true
  return typeof access === 'string' ? holds(viewer, access) : access.some((one) => holds(viewer, one))
}

function parseInput(declared: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const faults: Fault[] = []
  const read = (part: 'params' | 'query' | 'body', schema: z.ZodType | undefined, value: unknown) => {
    if (!schema) return undefined
    const parsed = schema.safeParse(value)
    if (!parsed.success) faults.push(...faultsOf(part, parsed.error))
    return parsed.data
  }
  const input = {
    params: read('params', declared.params, request.params),
    query: read('query', declared.query, request.query),
    body: declared.raw === 'request' ? request.body : read('body', declared.body, request.body ?? {}),
  }
  if (faults.length > 0) throw invalidInput(faults)
  return input
}

interface EdgeCall extends Record<string, unknown> {
  viewer: Viewer | null
  request: FastifyRequest
  reply: FastifyReply
}

async function run(
  serving: Serving,
  declared: Endpoint,
  handler: AnyHandler,
  direct: boolean,
  call: EdgeCall,
  actor: Actor,
): Promise<unknown> {
  const { platform } = serving
  const handle = (work: Work) => handler({ ...call, work } as never)
  if (declared.method === 'GET' || direct) {
    const work = {
      platform,
      tx: platform.kysely,
      now: platform.now(),
      actor,
      afterCommit: (step: () => void) => step(),
    }
    return handle(work)
  }
  const keyed = keyedRequest(declared, call)
  return transact(platform, actor, async (work) => {
    if (!keyed) return handle(work)
    const repeated = await claimKey(work.tx, keyed, work.now)
    if (repeated) return repeated.reply
    const answer = await handle(work)
    await keepReply(work.tx, keyed, answer)
    return answer
  })
}

/** A write's key, for signed-in staff; visitors' messages carry their own, and a reply with a secret is never kept. */
function keyedRequest(declared: Endpoint, call: EdgeCall): KeyedRequest | null {
  const header = call.request.headers['idempotency-key']
  if (header === undefined || !call.viewer || declared.raw) return null
  const key = writeKey.safeParse(header)
  if (!key.success) throw invalidInput(faultsOf('headers.idempotency-key', key.error))
  return {
    holder: `staff:${call.viewer.staffId}`,
    key: key.data,
    method: declared.method,
    path: call.request.url,
    body: call.body,
  }
}

function actorOf(viewer: Viewer | null): Actor {
  return viewer ? { kind: 'staff', id: viewer.staffId } : system
}

function bearer(request: FastifyRequest): string {
  const header = request.headers.authorization
  return header?.startsWith('Bearer ') ? header.slice(7) : ''
}

function checkReply(declared: Endpoint, answer: unknown): void {
  const onTheWire: unknown = JSON.parse(JSON.stringify(answer ?? null))
  const parsed = declared.output.safeParse(onTheWire)
  if (parsed.success) return
  const faults = faultsOf('reply', parsed.error)
  throw new Error(`${declared.method} ${declared.path} answers another shape: ${JSON.stringify(faults)}`)
}
