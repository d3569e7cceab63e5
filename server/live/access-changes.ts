import type { FastifyRequest } from 'fastify'
import type { LoggedEvent } from '../../domain/event.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import type { StaffRooms } from './staff-rooms.ts'

/** Where signed-in people come from. */
export interface ViewerSource {
  /** Who asks, by the cookie; null when nobody is signed in. */
  viewerOf(request: FastifyRequest): Promise<Viewer | null>
  /** Drops what is remembered about one person, or about all. */
  forget(staffId: number | 'all'): void
}

const concernsOne = new Set([
  'staff.access_changed',
  'staff.suspended',
  'staff.restored',
  'staff.signed_out',
  'staff.password_changed',
  'staff.changed',
])

/** When somebody's access has changed: what is remembered is dropped, and their sockets are measured anew. */
export async function accessChanges(
  events: readonly LoggedEvent[],
  staff: StaffRooms,
  viewers: ViewerSource,
): Promise<void> {
  const touched = new Set<number>()
  let all = false
  for (const event of events) {
    if (event.name === 'role.changed' || event.name === 'role.deleted') all = true
    if (concernsOne.has(event.name) && typeof event.data.staffId === 'number') touched.add(event.data.staffId)
  }
  if (!all && touched.size === 0) return
  if (all) viewers.forget('all')
  for (const staffId of touched) viewers.forget(staffId)
  await staff.measureAgain((viewer) => all || touched.has(viewer.staffId), viewers)
}
