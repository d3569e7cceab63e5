import type { Permission } from './permissions.ts'
import { type Reach, reachOf, type Viewer } from './scope.ts'

/**
 * The part of the organisation over which a role is given, with what contains it. A team without a brand
 * serves all brands.
 */
export type GrantScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'brand'; readonly brandId: number }
  | { readonly kind: 'shop'; readonly shopId: number; readonly brandId: number }
  | { readonly kind: 'team'; readonly teamId: number; readonly brandId: number | null }

/** Permissions over a part, as somebody gives or takes them. */
export interface GivenGrant {
  readonly permissions: readonly Permission[]
  readonly scope: GrantScope
}

/** Whether a reach contains the whole part. */
export function reachContains(reach: Reach, scope: GrantScope): boolean {
  if (reach.everything) return true
  if (scope.kind === 'everything') return false
  if (scope.brandId !== null && reach.brandIds.includes(scope.brandId)) return true
  if (scope.kind === 'shop') return reach.shopIds.includes(scope.shopId)
  if (scope.kind === 'team') return reach.teamIds.includes(scope.teamId)
  return false
}

/** Nobody gives (or takes) more than they hold: each permission, over all of the part. */
export function mayGive(giver: Viewer, given: GivenGrant): boolean {
  return given.permissions.every((permission) => reachContains(reachOf(giver, permission), given.scope))
}

/** A role over a part, as it is stored: the narrowest limit counts. */
export interface GrantRow {
  readonly roleId: number
  readonly brandId: number | null
  readonly shopId: number | null
  readonly teamId: number | null
}

/** What is in one list and not in the other: what somebody who replaces grants gives or takes. */
export function changedGrants<G extends GrantRow>(before: readonly G[], after: readonly G[]): G[] {
  const missing = (from: readonly G[], there: readonly G[]) => {
    const keys = new Set(there.map(keyOf))
    return from.filter((grant) => !keys.has(keyOf(grant)))
  }
  return [...missing(before, after), ...missing(after, before)]
}

function keyOf(grant: GrantRow): string {
  return [grant.roleId, grant.brandId, grant.shopId, grant.teamId].join('/')
}
