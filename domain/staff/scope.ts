import type { Permission } from './permissions.ts'

/**
 * A role held over a part of the organisation. `null` means "no limit here": all three null is everything.
 * A team limit reaches conversations of that team only.
 */
export interface Grant {
  readonly permissions: readonly Permission[]
  readonly brandId: number | null
  readonly shopId: number | null
  readonly teamId: number | null
}

/** The person on whose behalf something is read or done. */
export interface Viewer {
  readonly staffId: number
  readonly name: string
  readonly language: string
  readonly grants: readonly Grant[]
}

/** Where a permission reaches. `everything`, or the union of the parts listed. */
export interface Reach {
  readonly everything: boolean
  readonly brandIds: readonly number[]
  readonly shopIds: readonly number[]
  readonly teamIds: readonly number[]
}

/** The part of the organisation in which the viewer holds the permission. */
export function reachOf(viewer: Viewer, permission: Permission): Reach {
  return reachOfGrants(viewer.grants.filter((grant) => grant.permissions.includes(permission)))
}

/** The part of the organisation in which the viewer holds any role at all. */
export function reachOfAnyRole(viewer: Viewer): Reach {
  return reachOfGrants(viewer.grants)
}

function reachOfGrants(held: readonly Grant[]): Reach {
  return {
    everything: held.some(
      (grant) => grant.brandId === null && grant.shopId === null && grant.teamId === null,
    ),
    brandIds: held.flatMap((g) =>
      g.brandId !== null && g.shopId === null && g.teamId === null ? [g.brandId] : [],
    ),
    shopIds: held.flatMap((g) => (g.shopId !== null && g.teamId === null ? [g.shopId] : [])),
    teamIds: held.flatMap((g) => (g.teamId !== null ? [g.teamId] : [])),
  }
}

/** Whether the viewer holds the permission anywhere at all. */
export function holds(viewer: Viewer, permission: Permission): boolean {
  return viewer.grants.some((grant) => grant.permissions.includes(permission))
}

/** Where a row stands. */
export interface Place {
  readonly brandId: number
  readonly shopId?: number | null
  readonly teamId?: number | null
}

/** Whether a reach covers a row. */
export function covers(reach: Reach, place: Place): boolean {
  return (
    reach.everything ||
    reach.brandIds.includes(place.brandId) ||
    (place.shopId != null && reach.shopIds.includes(place.shopId)) ||
    (place.teamId != null && reach.teamIds.includes(place.teamId))
  )
}

/** Whether the viewer may do this to a row at that place. */
export function mayAt(viewer: Viewer, permission: Permission, place: Place): boolean {
  return covers(reachOf(viewer, permission), place)
}
