import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { staffEndpoints } from '../../../domain/staff/endpoints.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { endSignIns } from '../../platform/auth/passwords.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { lockGranting } from '../store/grants.ts'
import { voidResets } from '../store/resets.ts'
import { type StaffRow, selectStaff, selectStaffList, updateStaffRow } from '../store/staff.ts'
import { forgetViewers } from '../viewers.ts'
import { presentViewer, requireNotAbove, requireOwner } from './granting.ts'

type List = EndpointOutput<typeof staffEndpoints.listStaff>

/** All members of staff with their roles and teams. */
export async function listStaff(tx: Tx): Promise<List> {
  const rows = await selectStaffList(tx)
  return {
    staff: rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      language: row.language as List['staff'][number]['language'],
      suspended: row.suspended_at !== null,
      twoFactor: row.two_factor,
      grants: row.grants,
      teamIds: row.team_ids,
      departmentIds: row.department_ids,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    })),
  }
}

/**
 * Renames, suspends or restores. Suspending ends their sign-ins at once.
 * Refuses `staff_not_found`, `staff_holds_more`, `not_yourself`, `last_owner`.
 */
export async function updateStaff(
  work: Work,
  viewer: Viewer,
  staffId: number,
  change: { name?: string; suspended?: boolean },
): Promise<void> {
  await lockGranting(work.tx)
  const staff = await selectStaff(work.tx, staffId)
  if (!staff) throw refuse('staff_not_found')
  await requireNotAbove(work.tx, await presentViewer(work.tx, viewer), staffId)
  if (change.name !== undefined) await rename(work, staff, change.name)
  const suspended = staff.suspended_at !== null
  if (change.suspended === true && !suspended) await suspend(work, viewer, staff)
  if (change.suspended === false && suspended) await restore(work, staff)
  work.afterCommit(() => forgetViewers(work.platform, staffId))
}

async function rename(work: Work, staff: StaffRow, name: string): Promise<void> {
  await updateStaffRow(work.tx, staff.id, { name })
  await appendStaffEvent(work, 'staff.changed', staff.id)
}

async function suspend(work: Work, viewer: Viewer, staff: StaffRow): Promise<void> {
  if (staff.id === viewer.staffId) throw refuse('not_yourself')
  await updateStaffRow(work.tx, staff.id, { suspendedAt: work.now })
  await requireOwner(work.tx)
  await endSignIns(work.tx, staff.auth_user_id)
  await voidResets(work.tx, staff.id, work.now)
  await appendStaffEvent(work, 'staff.suspended', staff.id)
}

async function restore(work: Work, staff: StaffRow): Promise<void> {
  await updateStaffRow(work.tx, staff.id, { suspendedAt: null })
  await appendStaffEvent(work, 'staff.restored', staff.id)
}

async function appendStaffEvent(
  work: Work,
  name: 'staff.changed' | 'staff.suspended' | 'staff.restored',
  staffId: number,
): Promise<void> {
  const audiences = [audience.everybody, audience.staff(staffId)]
  await appendEvent(work, { name, brandId: null, data: { staffId }, audience: audiences })
}
