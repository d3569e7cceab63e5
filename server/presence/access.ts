import { refuse } from '../../domain/errors.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { brandsWith } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { type ListedPresence, selectLed, selectPresence, selectSeenIds } from './store/people.ts'

/** The presence of somebody whom the viewer leads. Refuses `presence_not_found`. */
export async function accessLed(tx: Tx, viewer: Viewer, staffId: number, now: Date): Promise<ListedPresence> {
  const row = await selectPresence(tx, staffId, now, reachOf(viewer, 'presence.manage'))
  if (!row) throw refuse('presence_not_found')
  return row
}

/** One's own, or that of somebody one leads. Refuses `presence_not_found`. */
export async function accessOwnOrLed(tx: Tx, viewer: Viewer, staffId: number, now: Date): Promise<void> {
  if (staffId !== viewer.staffId) await accessLed(tx, viewer, staffId, now)
}

/** Refuses `presence_not_found` unless the permission reaches all of these people. */
export async function requireLed(
  tx: Tx,
  viewer: Viewer,
  staffIds: readonly number[],
  permission: Permission = 'presence.manage',
): Promise<void> {
  const wanted = new Set(staffIds)
  const led = await selectLed(tx, reachOf(viewer, permission), [...wanted])
  if (led.length < wanted.size) throw refuse('presence_not_found')
}

/** The people of the brands in which the viewer may see staff, and who serves all brands. */
export async function staffSeen(tx: Tx, viewer: Viewer): Promise<number[]> {
  return selectSeenIds(tx, await brandsWith(tx, viewer, 'staff.read'), viewer.staffId)
}

/** Kinds of break are shared by all brands: only a role without limits changes them. Refuses `not_allowed`. */
export function requireWide(viewer: Viewer): void {
  if (!reachOf(viewer, 'presence.manage').everything) throw refuse('not_allowed')
}
