import type { LoggedEvent } from '../../domain/event.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import type { Platform } from '../platform/work.ts'
import { rowsById } from '../view/rows.ts'
import type { StaffRooms } from './staff-rooms.ts'
import type { ViewerSource } from './viewer-source.ts'

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
  platform: Platform,
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
  const concerns = (viewer: Viewer) => all || touched.has(viewer.staffId)
  await staff.measureAgain(concerns, viewers, (ids) => rowsById(platform, ids))
}
