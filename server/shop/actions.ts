import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import type { shopEndpoints } from '../../domain/shop/endpoints.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { accessWholeBrand } from '../brand/access.ts'
import { shopsSeen } from '../channel/access.ts'
import { createChannel } from '../channel/actions.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../platform/work.ts'
import { accessShop } from './access.ts'
import { insertShop, type ShopChange, selectShops, updateShopRow } from './store.ts'

/** Shops in which the viewer holds any role. */
export async function listShops(
  tx: Tx,
  viewer: Viewer,
): Promise<EndpointOutput<typeof shopEndpoints.listShops>> {
  const rows = await selectShops(tx, await shopsSeen(tx, viewer))
  return {
    shops: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      timeZone: row.time_zone,
      languages: row.languages,
      colour: row.colour,
      archived: row.archived_at !== null,
    })),
  }
}

export interface ShopInput {
  readonly brandId: number
  readonly name: string
  /** IANA name; UTC when it is left out. */
  readonly timeZone?: string
  /** BCP 47 tags, the shop's default first; Chinese and English when they are left out. */
  readonly languages?: readonly string[]
  /** `#rrggbb`. */
  readonly colour?: string
}

/** Makes a shop with a webchat channel of default settings. Refuses `brand_not_found`, `shop_name_taken`. */
export async function createShop(
  work: Work,
  input: ShopInput,
): Promise<{ shopId: number; channelId: number; channelKey: string }> {
  const { brandId, name, timeZone = 'UTC', languages = ['zh-CN', 'en'], colour = '#1677ff' } = input
  const shop = { brandId, name, timeZone, languages: unique(languages), colour }
  const shopId = await insertShop(work.tx, shop, work.now).catch(nameTaken)
  if (!shopId) throw refuse('brand_not_found')
  await appendShopEvent(work, 'shop.created', brandId, shopId)
  const channel = await createChannel(work, brandId, { shopId, kind: 'webchat', name })
  return { shopId, channelId: channel.channelId, channelKey: channel.key }
}

/** Makes a shop on a viewer's behalf. Refuses `brand_not_found`, `not_allowed`, `shop_name_taken`. */
export async function createShopFor(
  work: Work,
  viewer: Viewer,
  input: ShopInput,
): Promise<{ shopId: number; channelId: number }> {
  await accessWholeBrand(work.tx, viewer, input.brandId, 'shop.manage')
  const { shopId, channelId } = await createShop(work, input)
  return { shopId, channelId }
}

/** Changes, archives or restores. Refuses `shop_not_found`, `not_allowed`, `shop_name_taken`, `brand_not_found`. */
export async function updateShop(
  work: Work,
  viewer: Viewer,
  shopId: number,
  change: ShopChange,
): Promise<void> {
  const row = await accessShop(work.tx, viewer, shopId, 'shop.manage')
  const wanted = change.languages ? { ...change, languages: unique(change.languages) } : change
  if (!(await updateShopRow(work.tx, shopId, wanted, work.now).catch(nameTaken))) {
    throw refuse('brand_not_found')
  }
  await appendShopEvent(work, 'shop.changed', row.brand_id, shopId)
}

async function appendShopEvent(
  work: Work,
  name: 'shop.created' | 'shop.changed',
  brandId: number,
  shopId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { shopId }, audience: [audience.everybody] })
}

function unique(languages: readonly string[]): string[] {
  return [...new Set(languages)]
}

function nameTaken(error: unknown): never {
  throw brokenConstraint(error) === 'shop_name' ? refuse('shop_name_taken') : error
}
