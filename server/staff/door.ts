import type { FastifyRequest } from 'fastify'
import { authHeaders } from '../platform/auth/request.ts'
import type { Platform } from '../platform/work.ts'
import type { Door } from './actions/sign-in.ts'

/** Who asks, for signing in. */
export function doorOf(request: FastifyRequest): Door {
  return { headers: authHeaders(request), address: request.ip }
}

/** Where people reach us, for links: `PUBLIC_URL`, else what the browser of the member of staff used. */
export function ownAddress(platform: Platform, request: FastifyRequest): string {
  return platform.config.publicUrl ?? `${request.protocol}://${request.host}`
}
