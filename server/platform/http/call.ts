import type { FastifyReply, FastifyRequest } from 'fastify'
import type {
  Endpoint,
  EndpointAccess,
  EndpointOutput,
  Endpoints,
  HandlerInput,
} from '../../../domain/endpoint.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import type { Work } from '../work.ts'

type ViewerOf<A extends EndpointAccess> = A extends 'public' ? null : A extends 'visitor' ? null : Viewer

/**
 * What a handler receives: the parsed input, who asks, and the work.
 * Writes run in a transaction (`work.tx`); reads and direct handlers do not.
 */
export type Call<E extends Endpoint> = HandlerInput<E> & {
  readonly work: Work
  readonly viewer: ViewerOf<E['access']>
  /** The visitor's token, unchecked: the term's one statement checks it. Empty elsewhere. */
  readonly visitorToken: string
  /** The caller's address, as far as proxies are trusted. */
  readonly address: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<EndpointOutput<E>>

/** One handler for each endpoint of a term: a missing one does not compile. */
export type Handlers<E extends Endpoints> = { readonly [K in keyof E]: Handler<E[K]> }

/** A term's endpoints with their handlers, ready to be served. */
export interface Routes {
  readonly endpoints: Endpoints
  readonly handlers: Readonly<Record<string, (call: never) => Promise<unknown>>>
  /** Names of writes that manage their own transaction: hot paths, uploads, mail that must follow a commit. */
  readonly direct: ReadonlySet<string>
}

/** Joins a term's endpoints and handlers. `direct` names the writes that run without a transaction around them. */
export function routes<const E extends Endpoints>(
  endpoints: E,
  handlers: Handlers<E>,
  direct: readonly (keyof E & string)[] = [],
): Routes {
  return { endpoints, handlers: handlers as Routes['handlers'], direct: new Set(direct) }
}
