import type { z } from 'zod'
import type { Permission } from './staff/permissions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call: anybody, the visitor whose token is sent, any signed-in member of staff,
 * or staff who hold the permission somewhere, of several one of them (which rows is decided by the term's `access`).
 */
export type EndpointAccess = 'public' | 'visitor' | 'staff' | Permission | readonly Permission[]

/** What crosses the wire at one address. Types of handlers, client and documentation come from it. */
export interface Endpoint {
  readonly method: Method
  /** Fastify's form: `/api/conversations/:conversationId`. */
  readonly path: string
  readonly access: EndpointAccess
  /** One English sentence for the API documentation. */
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** A file's bytes are the body (or the reply) instead of JSON. */
  readonly raw?: 'request' | 'response'
  readonly output: z.ZodType
}

export type Endpoints = Readonly<Record<string, Endpoint>>

/** Declares one endpoint; keeps its exact type. */
export function endpoint<const E extends Endpoint>(declaration: E): E {
  return declaration
}

type Part<E, K extends 'params' | 'query' | 'body', Side extends 'in' | 'out'> = E extends {
  readonly [key in K]: infer S extends z.ZodType
}
  ? { [key in K]: Side extends 'in' ? z.input<S> : z.output<S> }
  : unknown

/** What a caller passes. */
export type CallInput<E extends Endpoint> = Part<E, 'params', 'in'> &
  Part<E, 'query', 'in'> &
  Part<E, 'body', 'in'>
/** What a handler receives after parsing. */
export type HandlerInput<E extends Endpoint> = Part<E, 'params', 'out'> &
  Part<E, 'query', 'out'> &
  Part<E, 'body', 'out'>
export type EndpointOutput<E extends Endpoint> = z.output<E['output']>
