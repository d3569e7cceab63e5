import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { languageTag } from '../localized.ts'
import { colour, done, id, idParam, line, timeZone } from '../shape.ts'

const shopShape = z.object({
  id,
  brandId: id,
  name: z.string(),
  timeZone: z.string(),
  /** The first one is the shop's default. */
  languages: z.array(z.string()),
  colour: z.string(),
  archived: z.boolean(),
})

const shopFields = { name: line(100), timeZone, languages: z.array(languageTag).min(1).max(30), colour }

export const shopEndpoints = {
  listShops: endpoint({
    method: 'GET',
    path: '/api/shops',
    access: 'staff',
    summary: 'Shops in which the viewer holds any role.',
    output: z.object({ shops: z.array(shopShape) }),
  }),
  createShop: endpoint({
    method: 'POST',
    path: '/api/shops',
    access: 'shop.manage',
    summary: 'Makes a shop, with a webchat channel ready to use.',
    body: z.object({ brandId: id, ...shopFields, colour: colour.default('#1677ff') }),
    output: z.object({ shopId: id, channelId: id }),
  }),
  updateShop: endpoint({
    method: 'PATCH',
    path: '/api/shops/:shopId',
    access: 'shop.manage',
    summary: 'Changes, archives or restores a shop.',
    params: z.object({ shopId: idParam }),
    body: z.object({ ...shopFields, archived: z.boolean() }).partial(),
    output: done,
  }),
  listIdentityKeys: endpoint({
    method: 'GET',
    path: '/api/shops/:shopId/identity-keys',
    access: 'shop.manage',
    summary:
      'Keys with which the shop signs the identity of logged-in customers; the secrets are not shown again.',
    params: z.object({ shopId: idParam }),
    output: z.object({
      keys: z.array(
        z.object({ id, keyId: z.string(), createdAt: z.string(), retiredAt: z.string().nullable() }),
      ),
    }),
  }),
  createIdentityKey: endpoint({
    method: 'POST',
    path: '/api/shops/:shopId/identity-keys',
    access: 'shop.manage',
    summary: 'Makes a signing key; the secret is shown once. Older keys work until they are retired.',
    params: z.object({ shopId: idParam }),
    output: z.object({ id, keyId: z.string(), secret: z.string() }),
  }),
  retireIdentityKey: endpoint({
    method: 'DELETE',
    path: '/api/shops/:shopId/identity-keys/:identityKeyId',
    access: 'shop.manage',
    summary: 'Stops accepting identities signed with this key.',
    params: z.object({ shopId: idParam, identityKeyId: idParam }),
    output: done,
  }),
} as const
