import { refuse } from '../../domain/errors.ts'
import { reachOf, type Viewer } from '../../domain/staff/scope.ts'
import type { Tx } from '../platform/work.ts'
import { type ListedPresence, selectLed, selectPresence } from './store/people.ts'

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

/** Refuses `presence_not_found` unless the viewer leads all of them. */
export async function requireLed(tx: Tx, viewer: Viewer, staffIds: readonly number[]): Promise<void> {
  const wanted = new Set(staffIds)
  const led = await selectLed(tx, reachOf(viewer, 'presence.manage'), [...wanted])
  if (led.length < wanted.size) throw refuse('presence_not_found')
}

/** Kinds of break are shared by all brands: only a role without limits changes them. Refuses `not_allowed`. */
export function requireWide(viewer: Viewer): void {
  if (!reachOf(viewer, 'presence.manage').everything) throw refuse('not_allowed')
}
