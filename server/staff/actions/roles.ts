import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Localized } from '../../../domain/localized.ts'
import type { staffEndpoints } from '../../../domain/staff/endpoints.ts'
import type { Permission } from '../../../domain/staff/permissions.ts'
import { builtInRoles } from '../../../domain/staff/roles.ts'
import { holds, type Viewer } from '../../../domain/staff/scope.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { lockGranting, selectGrantsOfRole } from '../store/grants.ts'
import {
  deleteRoleRow,
  insertRole,
  keepBuiltInRole,
  type RoleRow,
  selectRole,
  selectRoles,
  updateRoleRow,
} from '../store/roles.ts'
import { forgetViewers } from '../viewers.ts'
import { presentViewer, requireGivable } from './granting.ts'

/** Makes the built-in roles and keeps them in step with `domain/staff/roles.ts`. For every start. */
export async function keepBuiltInRoles(tx: Tx): Promise<void> {
  for (const [key, role] of Object.entries(builtInRoles)) await keepBuiltInRole(tx, key, role)
}

export async function listRoles(tx: Tx): Promise<EndpointOutput<typeof staffEndpoints.listRoles>> {
  const rows = await selectRoles(tx)
  return {
    roles: rows.map((row) => ({
      id: row.id,
      builtIn: row.built_in,
      name: row.name,
      permissions: row.permissions,
      holders: row.holders,
    })),
  }
}

export interface RoleInput {
  readonly name: Localized
  readonly permissions: readonly Permission[]
}

/** Makes a role of permissions that the maker holds somewhere. Refuses `grant_too_wide`. */
export async function createRole(work: Work, viewer: Viewer, input: RoleInput): Promise<number> {
  requireHeld(viewer, input.permissions)
  const roleId = await insertRole(work.tx, { ...input, permissions: distinct(input.permissions) }, work.now)
  await appendRoleEvent(work, 'role.created', roleId)
  return roleId
}

/**
 * Changes an own role. Who adds or takes a permission must hold it wherever the role is held.
 * Refuses `role_not_found`, `role_built_in`, `grant_too_wide`.
 */
export async function updateRole(
  work: Work,
  viewer: Viewer,
  roleId: number,
  change: Partial<RoleInput>,
): Promise<void> {
  await lockGranting(work.tx)
  const role = await ownRole(work.tx, roleId)
  const permissions = change.permissions && distinct(change.permissions)
  if (permissions) {
    const giver = await presentViewer(work.tx, viewer)
    const changed = [...role.permissions, ...permissions].filter(
      (permission) => !(role.permissions.includes(permission) && permissions.includes(permission)),
    )
    requireHeld(giver, changed)
    await requireGivable(work.tx, giver, await selectGrantsOfRole(work.tx, roleId), changed)
  }
  await updateRoleRow(work.tx, roleId, { name: change.name, permissions })
  await appendRoleEvent(work, 'role.changed', roleId)
}

/** Deletes an own role that nobody holds. Refuses `role_not_found`, `role_built_in`, `role_held`. */
export async function deleteRole(work: Work, roleId: number): Promise<void> {
  await lockGranting(work.tx)
  const role = await ownRole(work.tx, roleId)
  if (role.holders > 0) throw refuse('role_held')
  await deleteRoleRow(work.tx, roleId)
  await appendRoleEvent(work, 'role.deleted', roleId)
}

async function ownRole(tx: Tx, roleId: number): Promise<RoleRow> {
  const role = await selectRole(tx, roleId)
  if (!role) throw refuse('role_not_found')
  if (role.built_in !== null) throw refuse('role_built_in')
  return role
}

function requireHeld(viewer: Viewer, permissions: readonly Permission[]): void {
  if (!permissions.every((permission) => holds(viewer, permission))) throw refuse('grant_too_wide')
}

function distinct(permissions: readonly Permission[]): Permission[] {
  return [...new Set(permissions)]
}

async function appendRoleEvent(
  work: Work,
  name: 'role.created' | 'role.changed' | 'role.deleted',
  roleId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId: null, data: { roleId }, audience: [audience.everybody] })
  work.afterCommit(() => forgetViewers(work.platform, 'all'))
}
