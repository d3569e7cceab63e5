import { shopEndpoints } from '../../domain/shop/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { transact } from '../platform/work.ts'
import { createIdentityKey, listIdentityKeys, retireIdentityKey } from './actions/identity-keys.ts'
import { createShopFor, listShops, updateShop } from './actions.ts'

/** `createIdentityKey` is direct, so that its secret is kept with no idempotency key. */
export const shopRoutes = routes(
  shopEndpoints,
  {
    listShops: ({ work, viewer }) => listShops(work.tx, viewer),
    createShop: ({ work, viewer, body }) => createShopFor(work, viewer, body),
    updateShop: async ({ work, viewer, params, body }) => {
      await updateShop(work, viewer, params.shopId, body)
      return { done: true as const }
    },
    listIdentityKeys: ({ work, viewer, params }) => listIdentityKeys(work.tx, viewer, params.shopId),
    createIdentityKey: ({ work: { platform, actor }, viewer, params }) =>
      transact(platform, actor, (work) => createIdentityKey(work, viewer, params.shopId)),
    retireIdentityKey: async ({ work, viewer, params }) => {
      await retireIdentityKey(work, viewer, params.shopId, params.identityKeyId)
      return { done: true as const }
    },
  },
  ['createIdentityKey'],
)
