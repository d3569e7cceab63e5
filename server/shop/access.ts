import { refuse } from '../../domain/errors.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { mayAt, type Viewer } from '../../domain/staff/scope.ts'
import { inShops, shopsSeen } from '../channel/access.ts'
import type { Tx } from '../platform/work.ts'
import { type ShopRow, selectShop } from './store.ts'

/** The shop, if the viewer sees it and holds the permission there. Refuses `shop_not_found`, `not_allowed`. */
export async function accessShop(
  tx: Tx,
  viewer: Viewer,
  shopId: number,
  permission: Permission,
): Promise<ShopRow> {
  const row = await selectShop(tx, shopId)
  if (!row || !inShops(await shopsSeen(tx, viewer), row.brand_id, row.id)) throw refuse('shop_not_found')
  if (!mayAt(viewer, permission, { brandId: row.brand_id, shopId })) throw refuse('not_allowed')
  return row
}
