import type { FastifyRequest } from 'fastify'
import type { Viewer } from '../../domain/staff/scope.ts'

/** Where signed-in people come from. */
export interface ViewerSource {
  /** Who asks, by the cookie; null when nobody is signed in. */
  viewerOf(request: FastifyRequest): Promise<Viewer | null>
  /** Drops what is remembered about one person, or about all. */
  forget(staffId: number | 'all'): void
}
