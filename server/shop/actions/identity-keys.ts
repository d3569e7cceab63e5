import { randomBytes } from 'node:crypto'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { shopEndpoints } from '../../../domain/shop/endpoints.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { accessShop } from '../access.ts'
import { insertIdentityKey, retireIdentityKeyRow, selectIdentityKeys } from '../store/identity-keys.ts'

/** The signing keys of a shop, newest first, without their secrets. */
export async function listIdentityKeys(
  tx: Tx,
  viewer: Viewer,
  shopId: number,
): Promise<EndpointOutput<typeof shopEndpoints.listIdentityKeys>> {
  await accessShop(tx, viewer, shopId, 'shop.manage')
  const rows = await selectIdentityKeys(tx, shopId)
  return {
    keys: rows.map((row) => ({
      id: row.id,
      keyId: row.key_id,
      createdAt: row.created_at.toISOString(),
      retiredAt: row.retired_at?.toISOString() ?? null,
    })),
  }
}

/** Makes a key: a public name and a secret of 256 random bits (base64url), which is answered this once. */
export async function createIdentityKey(
  work: Work,
  viewer: Viewer,
  shopId: number,
): Promise<EndpointOutput<typeof shopEndpoints.createIdentityKey>> {
  const shop = await accessShop(work.tx, viewer, shopId, 'shop.manage')
  const key = {
    brandId: shop.brand_id,
    shopId,
    keyId: randomBytes(8).toString('hex'),
    secret: randomBytes(32).toString('base64url'),
  }
  const id = await insertIdentityKey(work.tx, key, work.now)
  await appendShopChanged(work, shop.brand_id, shopId)
  return { id, keyId: key.keyId, secret: key.secret }
}

/** Stops accepting identities signed with this key. Refuses `identity_key_not_found`. */
export async function retireIdentityKey(
  work: Work,
  viewer: Viewer,
  shopId: number,
  identityKeyId: number,
): Promise<void> {
  const shop = await accessShop(work.tx, viewer, shopId, 'shop.manage')
  if (!(await retireIdentityKeyRow(work.tx, shopId, identityKeyId, work.now))) {
    throw refuse('identity_key_not_found')
  }
  await appendShopChanged(work, shop.brand_id, shopId)
}

async function appendShopChanged(work: Work, brandId: number, shopId: number): Promise<void> {
  const keys = [audience.everybody]
  await appendEvent(work, { name: 'shop.changed', brandId, data: { shopId }, audience: keys })
}
