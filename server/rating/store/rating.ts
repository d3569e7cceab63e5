import { sql } from 'kysely'
import type { RatingReason } from '../../../domain/rating/scale.ts'
import type { Tx } from '../../platform/work.ts'

/** An invitation and what was said. */
export interface RatingRecord {
  readonly id: number
  readonly conversationId: number
  readonly expiresAt: Date
  readonly score: number | null
  readonly reasons: RatingReason[]
  readonly comment: string
  readonly solved: boolean | null
  readonly ratedAt: Date | null
  readonly creditedStaffId: number | null
  readonly lowToldAt: Date | null
}

const columns = sql`r.id, r.conversation_id as "conversationId", r.expires_at as "expiresAt", r.score, r.reasons,
  r.comment, r.solved, r.rated_at as "ratedAt", r.credited_staff_id as "creditedStaffId",
  r.low_told_at as "lowToldAt"`

export async function findRating(tx: Tx, id: number): Promise<RatingRecord | null> {
  const found = await sql<RatingRecord>`select ${columns} from rating r where r.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** The invitation for a conversation of this customer in this shop, by the conversation's public id. */
export async function findOwnRating(
  tx: Tx,
  own: { customerId: number; shopId: number },
  publicId: string,
): Promise<RatingRecord | null> {
  const found = await sql<RatingRecord>`
    select ${columns} from rating r join conversation c on c.id = r.conversation_id
    where c.public_id = ${publicId} and c.customer_id = ${own.customerId} and c.shop_id = ${own.shopId}
      and not c.spam`.execute(tx)
  return found.rows[0] ?? null
}

export interface LinkedRating extends RatingRecord {
  readonly customerId: number
  readonly shopName: string
  readonly colour: string
}

export async function findLinkedRating(tx: Tx, tokenHash: Buffer): Promise<LinkedRating | null> {
  const found = await sql<LinkedRating>`
    select ${columns}, r.customer_id as "customerId", s.name as "shopName", s.colour
    from rating r join shop s on s.id = r.shop_id where r.token_hash = ${tokenHash}`.execute(tx)
  return found.rows[0] ?? null
}

export interface SaidRating {
  readonly score: number
  readonly reasons: readonly RatingReason[]
  readonly comment: string
  readonly solved: boolean | null
}

/** Keeps what the customer said. The moment of the first answer stays. */
export async function saveRating(tx: Tx, id: number, said: SaidRating, now: Date): Promise<void> {
  await sql`
    update rating set score = ${said.score}, reasons = ${[...said.reasons]}::text[], comment = ${said.comment},
      solved = ${said.solved}::boolean, rated_at = coalesce(rated_at, ${now}::timestamptz),
      changed_at = case when rated_at is null then null else ${now}::timestamptz end
    where id = ${id}`.execute(tx)
}

export async function markLowTold(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.updateTable('rating').set({ low_told_at: now }).where('id', '=', id).execute()
}

/** People at work who may move others' conversations at that place. */
export async function findSupervisors(
  tx: Tx,
  place: { brandId: number; shopId: number; teamId: number | null },
): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select s.id from staff s
    where s.suspended_at is null and exists (
      select from staff_grant g join role r on r.id = g.role_id
      where g.staff_id = s.id and 'conversation.assign' = any(r.permissions)
        and (g.brand_id is null or g.brand_id = ${place.brandId})
        and (g.shop_id is null or g.shop_id = ${place.shopId})
        and (g.team_id is null or g.team_id = ${place.teamId}::bigint))
    order by s.id`.execute(tx)
  return found.rows.map((row) => row.id)
}
