import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/** Where people reach this program: `PUBLIC_URL`, or the address of the request as far as proxies are trusted. */
export function originOf(config: Pick<Config, 'publicUrl'>, request: FastifyRequest): string {
  if (config.publicUrl) return new URL(config.publicUrl).origin
  return `${request.protocol}://${request.host}`
}

/** Whether a browser's Origin header names our own pages; requests without one do not come from a page. */
export function isOwnOrigin(config: Pick<Config, 'publicUrl'>, request: FastifyRequest): boolean {
  const origin = request.headers.origin
  if (origin === undefined) return true
  return origin === originOf(config, request) || origin === `${request.protocol}://${request.host}`
}
