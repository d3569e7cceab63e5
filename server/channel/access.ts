import { type WebchatSettings, webchatSettings } from '../../domain/channel/settings.ts'
import { refuse } from '../../domain/errors.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { mayAt, reachOfAnyRole, type Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { type ChannelRow, type ShopSet, selectChannel } from './store.ts'

/**
 * Shops in which the viewer holds any role. A role limited to a team reaches the shops of the brand that the
 * team serves.
 */
export async function shopsSeen(tx: Tx, viewer: Viewer): Promise<ShopSet> {
  const reach = reachOfAnyRole(viewer)
  if (reach.everything || reach.teamIds.length === 0) return reach
  const byTeam = await brandsSeen(tx, { ...viewer, grants: viewer.grants.filter((g) => g.teamId !== null) })
  return {
    everything: byTeam.everything,
    brandIds: [...new Set([...reach.brandIds, ...byTeam.brandIds])],
    shopIds: reach.shopIds,
  }
}

/** Whether a shop is one of the set. */
export function inShops(set: ShopSet, brandId: number, shopId: number): boolean {
  return set.everything || set.brandIds.includes(brandId) || set.shopIds.includes(shopId)
}

/** The channel, if the viewer sees its shop and holds the permission there. Refuses `channel_not_found`, `not_allowed`. */
export async function accessChannel(
  tx: Tx,
  viewer: Viewer,
  channelId: number,
  permission: Permission,
): Promise<ChannelRow> {
  const row = await selectChannel(tx, channelId)
  if (!row || !inShops(await shopsSeen(tx, viewer), row.brand_id, row.shop_id)) {
    throw refuse('channel_not_found')
  }
  if (!mayAt(viewer, permission, { brandId: row.brand_id, shopId: row.shop_id })) throw refuse('not_allowed')
  return row
}

/** Settings as stored, with the defaults of whatever was added since. */
export function readSettings(stored: unknown): WebchatSettings {
  return webchatSettings.parse(stored)
}

/** What is set for a channel; nobody's permission is asked. */
export async function settingsOf(tx: Tx, channelId: number): Promise<WebchatSettings> {
  return readSettings((await selectChannel(tx, channelId))?.settings ?? {})
}
