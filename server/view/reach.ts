import type { Permission } from '../../domain/staff/permissions.ts'
import { type Reach, reachOf, type Viewer } from '../../domain/staff/scope.ts'

/** Values for `reachSql`, in its order. */
export function reachValues(viewer: Viewer, permission: Permission): unknown[] {
  const reach: Reach = reachOf(viewer, permission)
  return [reach.everything, [...reach.brandIds], [...reach.shopIds], [...reach.teamIds], viewer.staffId]
}

/** Whether the viewer may see every conversation there is: then no condition need be asked. */
export function reachesAll(viewer: Viewer, permission: Permission): boolean {
  return reachOf(viewer, permission).everything
}

/** True for a conversation `c` that the viewer may see; takes five values from the given number on. */
export function reachSql(first: number): string {
  return `($${first}::boolean or c.brand_id = any($${first + 1}::bigint[]) or c.shop_id = any($${first + 2}::bigint[])
    or c.team_id = any($${first + 3}::bigint[]) or c.assignee_id = $${first + 4}::bigint)`
}
