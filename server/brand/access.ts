import { refuse } from '../../domain/errors.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { mayAt, type Reach, reachOf, reachOfAnyRole, type Viewer } from '../../domain/staff/scope.ts'
import type { Tx } from '../platform/work.ts'
import { type BrandRow, type BrandSet, selectBrand, selectBrandsOfParts } from './store.ts'

export type { BrandSet } from './store.ts'

/** Brands in which the viewer holds any role: over all of it, over a shop of it, or over a team that serves it. */
export async function brandsSeen(tx: Tx, viewer: Viewer): Promise<BrandSet> {
  return brandsOfReach(tx, reachOfAnyRole(viewer))
}

/** Brands in some part of which the viewer holds the permission. */
export async function brandsWith(tx: Tx, viewer: Viewer, permission: Permission): Promise<BrandSet> {
  return brandsOfReach(tx, reachOf(viewer, permission))
}

/** Asks the database only for viewers whose roles are limited to shops or teams. */
async function brandsOfReach(tx: Tx, reach: Reach): Promise<BrandSet> {
  if (reach.everything) return { everything: true, brandIds: [] }
  if (reach.shopIds.length === 0 && reach.teamIds.length === 0) {
    return { everything: false, brandIds: reach.brandIds }
  }
  const ofParts = await selectBrandsOfParts(tx, reach.shopIds, reach.teamIds)
  const named = ofParts.filter((brandId) => brandId !== null)
  return {
    everything: named.length < ofParts.length,
    brandIds: [...new Set([...reach.brandIds, ...named])],
  }
}

export function inBrands(set: BrandSet, brandId: number): boolean {
  return set.everything || set.brandIds.includes(brandId)
}

/** The brand, if the viewer holds any role in it. Refuses `brand_not_found`. */
export async function accessBrand(tx: Tx, viewer: Viewer, brandId: number): Promise<BrandRow> {
  const row = inBrands(await brandsSeen(tx, viewer), brandId) ? await selectBrand(tx, brandId) : undefined
  if (!row) throw refuse('brand_not_found')
  return row
}

/** The brand, if the permission reaches all of it. Refuses `brand_not_found`, `not_allowed`. */
export async function accessWholeBrand(
  tx: Tx,
  viewer: Viewer,
  brandId: number,
  permission: Permission,
): Promise<BrandRow> {
  const row = await accessBrand(tx, viewer, brandId)
  if (!mayAt(viewer, permission, { brandId })) throw refuse('not_allowed')
  return row
}

/** The brand, if the permission is held in some part of it. Refuses `brand_not_found`, `not_allowed`. */
export async function accessPartOfBrand(
  tx: Tx,
  viewer: Viewer,
  brandId: number,
  permission: Permission,
): Promise<BrandRow> {
  const row = await accessBrand(tx, viewer, brandId)
  if (!inBrands(await brandsWith(tx, viewer, permission), brandId)) throw refuse('not_allowed')
  return row
}
