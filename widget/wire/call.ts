import type { CallInput, EndpointOutput } from '../../domain/endpoint.ts'
import type { Fault } from '../../domain/refusal.ts'
import type { widgetEndpoints } from '../../domain/widget/endpoints.ts'
import { paths } from '../paths.ts'

type Endpoints = typeof widgetEndpoints
export type EndpointName = keyof Endpoints
export type Reply<K extends EndpointName> = EndpointOutput<Endpoints[K]>
type Input<K extends EndpointName> = CallInput<Endpoints[K]> & { token?: string }

/** The server refused, or (status 0) could not be reached. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly faults: readonly Fault[]
  /** Seconds to wait before the next attempt, where the server says so. */
  readonly retryAfter: number

  constructor(status: number, error: Partial<RefusalError>, retryAfter = 0) {
    super(error.message ?? 'The server did not answer.')
    this.status = status
    this.code = error.code ?? (status === 0 ? 'unreachable' : 'internal')
    this.faults = error.faults ?? []
    this.retryAfter = retryAfter
  }
}
interface RefusalError {
  code: string
  message: string
  faults: Fault[]
}

export type Call = <K extends EndpointName>(name: K, input: Input<K>) => Promise<Reply<K>>

const patience = 20_000

/** Calls the widget's endpoints at `base`; throws `Refused`. */
export function callAt(base: string): Call {
  return async <K extends EndpointName>(name: K, input: Input<K>): Promise<Reply<K>> => {
    const { params, query, body, token } = input as Loose
    const { method, path } = paths.widget[name]
    const headers: Record<string, string> = {}
    if (token) headers.authorization = `Bearer ${token}`
    if (body) headers['content-type'] = 'application/json'
    const request = {
      method,
      headers,
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(patience),
      credentials: 'omit' as const,
      cache: 'no-store' as const,
    }
    const reply = await fetch(base + filled(path, params) + queryOf(query), request).catch(() => null)
    if (!reply) throw new Refused(0, {})
    const read = (await reply.json().catch(() => null)) as { error?: RefusalError } | null
    if (!reply.ok)
      throw new Refused(reply.status, read?.error ?? {}, Number(reply.headers.get('retry-after')))
    if (read === null) throw new Refused(0, {})
    return read as Reply<K>
  }
}

interface Loose {
  params?: Record<string, string>
  query?: Record<string, string | number | undefined>
  body?: unknown
  token?: string
}

function filled(path: string, params: Record<string, string> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

function queryOf(query: Loose['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${value}`,
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
