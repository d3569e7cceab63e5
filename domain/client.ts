import type { CallInput, Endpoint, EndpointOutput, Endpoints } from './endpoint.ts'
import type { Fault } from './refusal.ts'

/** The reply to a request that was refused. */
export interface RefusalBody {
  error: { code: string; message: string; data: Record<string, unknown>; faults: Fault[]; request: string }
}

/** Thrown by the client when the server refuses. `status` 0 means that it was not reached. */
export class CallRefused extends Error {
  readonly status: number
  readonly code: string
  readonly data: Record<string, unknown>
  readonly faults: Fault[]

  constructor(status: number, body: RefusalBody['error']) {
    super(body.message)
    this.name = 'CallRefused'
    this.status = status
    this.code = body.code
    this.data = body.data
    this.faults = body.faults
  }
}

export interface WireRequest {
  method: string
  /** Path with query, from `/api` on. */
  path: string
  body?: unknown
  headers: Record<string, string>
}

export interface WireReply {
  status: number
  body: unknown
}

/** Carries one request; made from `fetch` in the browser and from a socket in tests. */
export type Send = (request: WireRequest) => Promise<WireReply>

interface Extra {
  /** Repeating a write with the same key repeats nothing. */
  idempotencyKey?: string
}

type Call<E extends Endpoint> =
  unknown extends CallInput<E>
    ? (input?: Extra) => Promise<EndpointOutput<E>>
    : (input: CallInput<E> & Extra) => Promise<EndpointOutput<E>>

export type Client<A extends Readonly<Record<string, Endpoints>>> = {
  readonly [T in keyof A]: { readonly [K in keyof A[T]]: Call<A[T][K]> }
}

/** One small typed client for console, CLI and tests: `client.brand.listBrands()`. */
export function createClient<A extends Readonly<Record<string, Endpoints>>>(api: A, send: Send): Client<A> {
  const terms = Object.entries(api).map(([term, endpoints]) => [
    term,
    Object.fromEntries(
      Object.entries(endpoints).map(([name, e]) => [name, (input?: Input) => call(e, input, send)]),
    ),
  ])
  return Object.fromEntries(terms) as Client<A>
}

interface Input extends Extra {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

async function call(declared: Endpoint, input: Input | undefined, send: Send): Promise<unknown> {
  const reply = await send({
    method: declared.method,
    path: fillPath(declared.path, input?.params ?? {}) + queryString(input?.query ?? {}),
    body: input?.body,
    headers: input?.idempotencyKey ? { 'idempotency-key': input.idempotencyKey } : {},
  })
  if (reply.status >= 400 || reply.status === 0) throw new CallRefused(reply.status, errorOf(reply))
  return reply.body
}

function fillPath(path: string, params: Record<string, unknown>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}

function queryString(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === null
      ? []
      : [`${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`],
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

function errorOf(reply: WireReply): RefusalBody['error'] {
  const body = reply.body as RefusalBody | null
  return (
    body?.error ?? {
      code: 'unreachable',
      message: 'The server did not answer.',
      data: {},
      faults: [],
      request: '',
    }
  )
}
