import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import { changedGrants, type GrantRow, type GrantScope, mayGive } from '../../../domain/staff/granting.ts'
import type { Permission } from '../../../domain/staff/permissions.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import {
  hasOwner,
  lockGranting,
  type PlacedGrant,
  placeGrants,
  replaceGrants,
  selectGrants,
} from '../store/grants.ts'
import { selectStaff, selectViewer } from '../store/staff.ts'
import { forgetViewers } from '../viewers.ts'

/**
 * Replaces the roles a person holds. The giver must hold whatever is added or taken.
 * Refuses `staff_not_found`, `grant_too_wide`, `last_owner`, and roles or parts that are not there.
 */
export async function setGrants(
  work: Work,
  viewer: Viewer,
  staffId: number,
  grants: readonly GrantRow[],
): Promise<void> {
  await lockGranting(work.tx)
  const giver = await presentViewer(work.tx, viewer)
  if (!(await selectStaff(work.tx, staffId))) throw refuse('staff_not_found')
  await requireSound(work.tx, grants)
  const before = await selectGrants(work.tx, staffId)
  await requireGivable(work.tx, giver, changedGrants(before, grants))
  await replaceGrants(work.tx, staffId, grants)
  await requireOwner(work.tx)
  await appendAccessChanged(work, staffId)
}

/** What the viewer holds at this moment, whatever this process remembers. Refuses `sign_in_needed`. */
export async function presentViewer(tx: Tx, viewer: Viewer): Promise<Viewer> {
  const row = await selectViewer(tx, viewer.staffId)
  if (!row) throw refuse('sign_in_needed')
  return { ...viewer, grants: row.grants }
}

/** Refuses roles, brands, shops and teams that are not there or do not fit each other. */
export async function requireSound(tx: Tx, grants: readonly GrantRow[]): Promise<void> {
  for (const grant of await placeGrants(tx, grants)) {
    if (!grant.permissions) throw refuse('role_not_found')
    if (grant.fits) continue
    if (grant.teamId !== null) throw refuse('team_not_found')
    throw refuse(grant.shopId === null ? 'brand_not_found' : 'shop_not_found')
  }
}

/** Refuses `grant_too_wide` unless the giver covers each grant: its role's permissions, or only the named ones. */
export async function requireGivable(
  tx: Tx,
  giver: Viewer,
  grants: readonly GrantRow[],
  only?: readonly Permission[],
): Promise<void> {
  if (!(await areGivable(tx, giver, grants, only))) throw refuse('grant_too_wide')
}

/** Whether the giver covers each grant. */
export async function areGivable(
  tx: Tx,
  giver: Viewer,
  grants: readonly GrantRow[],
  only?: readonly Permission[],
): Promise<boolean> {
  const placed = await placeGrants(tx, grants)
  return placed.every((grant) =>
    mayGive(giver, { permissions: only ?? grant.permissions ?? [], scope: scopeOf(grant) }),
  )
}

/** Refuses `staff_holds_more` unless the viewer covers all that the person holds. */
export async function requireNotAbove(tx: Tx, viewer: Viewer, staffId: number): Promise<void> {
  if (!(await areGivable(tx, viewer, await selectGrants(tx, staffId)))) throw refuse('staff_holds_more')
}

/** Refuses `last_owner` when the transaction would leave nobody who may do everything. */
export async function requireOwner(tx: Tx): Promise<void> {
  if (!(await hasOwner(tx))) throw refuse('last_owner')
}

async function appendAccessChanged(work: Work, staffId: number): Promise<void> {
  await appendEvent(work, {
    name: 'staff.access_changed',
    brandId: null,
    data: { staffId },
    audience: [audience.everybody, audience.staff(staffId)],
  })
  work.afterCommit(() => forgetViewers(work.platform, staffId))
}

function scopeOf(grant: PlacedGrant): GrantScope {
  const { teamId, shopId, placeBrandId: brandId } = grant
  if (teamId !== null) return { kind: 'team', teamId, brandId }
  if (brandId === null) return { kind: 'everything' }
  return shopId === null ? { kind: 'brand', brandId } : { kind: 'shop', shopId, brandId }
}
