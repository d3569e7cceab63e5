import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../domain/staff/scope.ts'

/** Where somebody's permission reaches, and who they are. */
export interface CustomerReach extends Reach {
  readonly staffId: number
  /** Brands in which anything is reached at all, so that a list needs not look through others; null for all. */
  readonly anywhereIn: readonly number[] | null
}

/**
 * True for a customer `c` whom the reach covers: their brand, or a conversation of theirs in a shop, with a team,
 * or in the person's own hands.
 */
export function reachedCustomer(reach: CustomerReach): RawBuilder<boolean> {
  if (reach.everything) return sql<boolean>`true`
  const { brandIds, shopIds, teamIds, staffId } = reach
  return sql<boolean>`(c.brand_id = any(${[...brandIds]}::bigint[]) or exists (
    select from conversation v where v.customer_id = c.id and (
      v.shop_id = any(${[...shopIds]}::bigint[]) or v.team_id = any(${[...teamIds]}::bigint[])
      or v.assignee_id = ${staffId})))`
}

/** True for a conversation `v` that the reach covers. */
export function reachedConversation(reach: Reach & { readonly staffId: number }): RawBuilder<boolean> {
  if (reach.everything) return sql<boolean>`true`
  const { brandIds, shopIds, teamIds, staffId } = reach
  return sql<boolean>`(v.brand_id = any(${[...brandIds]}::bigint[]) or v.shop_id = any(${[...shopIds]}::bigint[])
    or v.team_id = any(${[...teamIds]}::bigint[]) or v.assignee_id = ${staffId})`
}
