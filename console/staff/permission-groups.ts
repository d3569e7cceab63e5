import { type Permission, permissions } from '../../domain/staff/permissions.ts'

type TermOf<P> = P extends `${infer T}.${string}` ? T : never
export type PermissionTerm = TermOf<Permission>

export interface PermissionGroup {
  term: PermissionTerm
  permissions: Permission[]
}

/** All permissions, gathered by the term they belong to, in the order of the list. */
export const permissionGroups: readonly PermissionGroup[] = gather()

function gather(): PermissionGroup[] {
  const groups: PermissionGroup[] = []
  for (const permission of permissions) {
    const term = permission.split('.')[0] as PermissionTerm
    const group = groups.find((one) => one.term === term)
    if (group) group.permissions.push(permission)
    else groups.push({ term, permissions: [permission] })
  }
  return groups
}
