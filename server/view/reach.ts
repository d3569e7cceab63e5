import type { Permission } from '../../domain/staff/permissions.ts'
import { type Reach, reachOf, type Viewer } from '../../domain/staff/scope.ts'

/** Values for `placeSql`, in its order. */
export function placeValues(viewer: Viewer, permission: Permission): unknown[] {
  const reach: Reach = reachOf(viewer, permission)
  return [reach.everything, [...reach.brandIds], [...reach.shopIds], [...reach.teamIds]]
}

/** Whether the viewer may see every conversation there is: then no condition need be asked. */
export function reachesAll(viewer: Viewer, permission: Permission): boolean {
  return reachOf(viewer, permission).everything
}

/** True for a conversation `c` at a place that the permission covers; takes four values from the given number on. */
export function placeSql(first: number): string {
  return `($${first}::boolean or c.brand_id = any($${first + 1}::bigint[]) or c.shop_id = any($${first + 2}::bigint[])
    or c.team_id = any($${first + 3}::bigint[]))`
}

/** Values for `reachSql`, in its order. */
export function reachValues(viewer: Viewer, permission: Permission): unknown[] {
  return [...placeValues(viewer, permission), viewer.staffId]
}

/** The same for what the viewer may see, their own among it; takes five values from the given number on. */
export function reachSql(first: number): string {
  return `(${placeSql(first)} or c.assignee_id = $${first + 4}::bigint)`
}
