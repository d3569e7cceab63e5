import { sql } from 'kysely'
import type { OrderState } from '../../../domain/assignment/stage.ts'
import type { Tx } from '../../platform/work.ts'

export interface ChannelForVisitors {
  readonly id: number
  readonly brandId: number
  readonly shopId: number
  readonly shopName: string
  readonly colour: string
  readonly languages: string[]
  readonly settings: unknown
}

/** An open webchat channel of an open shop by its public key. */
export async function findOpenChannel(tx: Tx, key: string): Promise<ChannelForVisitors | null> {
  const found = await sql<ChannelForVisitors>`
    select h.id, h.brand_id as "brandId", h.shop_id as "shopId", s.name as "shopName", s.colour, s.languages, h.settings
    from channel h join shop s on s.id = h.shop_id
    where h.key = ${key} and h.kind = 'webchat' and h.archived_at is null and s.archived_at is null`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export interface SigningKey {
  readonly keyId: string
  readonly secret: string
}

/** The shop's key of this name, unless it was retired. */
export async function findSigningKey(tx: Tx, shopId: number, keyId: string): Promise<SigningKey | null> {
  const found = await sql<SigningKey>`
    select key_id as "keyId", secret from shop_identity_key
    where shop_id = ${shopId} and key_id = ${keyId} and retired_at is null`.execute(tx)
  return found.rows[0] ?? null
}

export interface NewVisitor {
  readonly brandId: number
  readonly shopId: number
  readonly channelId: number
  readonly customerId: number
  readonly tokenHash: Buffer
  readonly verified: boolean
  /** What the shop's signature says of the customer's orders. */
  readonly orderState: OrderState | null
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function insertVisitor(tx: Tx, visitor: NewVisitor): Promise<number> {
  const row = await tx
    .insertInto('visitor')
    .values({
      brand_id: visitor.brandId,
      shop_id: visitor.shopId,
      channel_id: visitor.channelId,
      customer_id: visitor.customerId,
      token_hash: visitor.tokenHash,
      verified: visitor.verified,
      order_state: visitor.orderState,
      created_at: visitor.createdAt,
      expires_at: visitor.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface VisitorRecord {
  readonly id: number
  readonly brandId: number
  readonly shopId: number
  readonly channelId: number
  readonly customerId: number
  readonly name: string | null
  readonly email: string | null
  readonly verified: boolean
}

export async function findVisitor(tx: Tx, tokenHash: Buffer, now: Date): Promise<VisitorRecord | null> {
  const found = await sql<VisitorRecord>`
    select v.id, v.brand_id as "brandId", v.shop_id as "shopId", v.channel_id as "channelId",
      v.customer_id as "customerId", u.name, u.email, v.verified
    from visitor v join customer u on u.id = v.customer_id
    where v.token_hash = ${tokenHash} and v.expires_at > ${now}`.execute(tx)
  return found.rows[0] ?? null
}

export interface ReadMark {
  readonly conversationId: number
  readonly brandId: number
  readonly shopId: number
  readonly customerId: number
  readonly teamId: number | null
  readonly assigneeId: number | null
  readonly seq: number
}

/** Moves the customer's reading mark forward; null when it was there already or the conversation is not theirs. */
export async function moveCustomerReadMark(
  tx: Tx,
  tokenHash: Buffer,
  publicId: string,
  seq: number,
  now: Date,
): Promise<ReadMark | null> {
  const moved = await sql<ReadMark>`
    update conversation c set customer_read_seq = least(${seq}::bigint, c.last_seq)
    from visitor v
    where v.token_hash = ${tokenHash} and v.expires_at > ${now} and c.public_id = ${publicId}
      and c.customer_id = v.customer_id and c.shop_id = v.shop_id
      and c.customer_read_seq < least(${seq}::bigint, c.last_seq)
    returning c.id as "conversationId", c.brand_id as "brandId", c.shop_id as "shopId",
      c.customer_id as "customerId", c.team_id as "teamId", c.assignee_id as "assigneeId",
      c.customer_read_seq as seq`.execute(tx)
  return moved.rows[0] ?? null
}

export interface BackLink {
  readonly brandId: number
  readonly customerId: number
  readonly channelId: number
}

/** Whose talk a mailed link leads back to. */
export async function findBackLink(tx: Tx, tokenHash: Buffer, now: Date): Promise<BackLink | null> {
  const found = await sql<BackLink>`
    select brand_id as "brandId", customer_id as "customerId", channel_id as "channelId"
    from back_link where token_hash = ${tokenHash} and expires_at > ${now}`.execute(tx)
  return found.rows[0] ?? null
}

export async function insertBackLink(
  tx: Tx,
  link: BackLink & { tokenHash: Buffer; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('back_link')
    .values({
      token_hash: link.tokenHash,
      brand_id: link.brandId,
      customer_id: link.customerId,
      channel_id: link.channelId,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
    })
    .execute()
}
