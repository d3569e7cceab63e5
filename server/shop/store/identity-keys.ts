import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

export interface IdentityKeyRow {
  id: number
  key_id: string
  created_at: Date
  retired_at: Date | null
}

/** The shop's keys, newest first. The secret is not read here. */
export async function selectIdentityKeys(tx: Tx, shopId: number): Promise<IdentityKeyRow[]> {
  const answer = await sql<IdentityKeyRow>`
    select id, key_id, created_at, retired_at from shop_identity_key
    where shop_id = ${shopId} order by id desc`.execute(tx)
  return answer.rows
}

export interface NewIdentityKey {
  readonly brandId: number
  readonly shopId: number
  readonly keyId: string
  readonly secret: string
}

export async function insertIdentityKey(tx: Tx, key: NewIdentityKey, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into shop_identity_key (brand_id, shop_id, key_id, secret, created_at)
    values (${key.brandId}, ${key.shopId}, ${key.keyId}, ${key.secret}, ${now}) returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

/** Answers whether the shop has this key. A key retired before keeps its moment. */
export async function retireIdentityKeyRow(
  tx: Tx,
  shopId: number,
  identityKeyId: number,
  now: Date,
): Promise<boolean> {
  const answer = await sql`
    update shop_identity_key set retired_at = coalesce(retired_at, ${now}::timestamptz)
    where id = ${identityKeyId} and shop_id = ${shopId} returning id`.execute(tx)
  return answer.rows.length > 0
}
