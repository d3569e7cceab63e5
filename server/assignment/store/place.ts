import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

export interface OwnTalk {
  readonly id: number
  readonly brandId: number
  readonly shopId: number
  readonly state: string
  readonly offlineMessageAt: Date | null
}

/** A talk of the visitor whose token's hash this is; null when it is not theirs. */
export async function selectOwnTalk(
  tx: Tx,
  tokenHash: Buffer,
  publicId: string,
  now: Date,
): Promise<OwnTalk | null> {
  const found = await sql<OwnTalk>`
    select c.id, c.brand_id as "brandId", c.shop_id as "shopId", c.state,
      c.offline_message_at as "offlineMessageAt"
    from visitor v join conversation c on c.customer_id = v.customer_id and c.shop_id = v.shop_id
    where v.token_hash = ${tokenHash} and v.expires_at > ${now} and c.public_id = ${publicId}`.execute(tx)
  return found.rows[0] ?? null
}

/** Whether somebody who may answer in the shop is there, be it on a break. */
export async function anybodyOnDuty(tx: Tx, place: { brandId: number; shopId: number }): Promise<boolean> {
  const found = await sql`
    select from presence p
    join staff s on s.id = p.staff_id and s.suspended_at is null
    where p.state <> 'offline' and exists (
      select from staff_grant g join role r on r.id = g.role_id
      where g.staff_id = s.id and 'conversation.reply' = any(r.permissions)
        and (g.brand_id is null or g.brand_id = ${place.brandId})
        and (g.shop_id is null or g.shop_id = ${place.shopId}))
    limit 1`.execute(tx)
  return found.rows.length > 0
}

/** Marks a talk that waits as an offline message; false when it does not wait any more. */
export async function markOffline(tx: Tx, conversationId: number, now: Date): Promise<boolean> {
  const done = await sql`
    update conversation set offline_message_at = coalesce(offline_message_at, ${now}::timestamptz)
    where id = ${conversationId} and state = 'queued' returning id`.execute(tx)
  return done.rows.length > 0
}
