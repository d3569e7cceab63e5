import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

export interface OwnMessage {
  readonly id: number
  readonly conversationId: number
  readonly seq: number
  readonly createdAt: Date
  readonly recalledAt: Date | null
  readonly kind: string
}

/** A staff member's own message or note. */
export async function findOwnMessage(tx: Tx, staffId: number, messageId: number): Promise<OwnMessage | null> {
  const found = await sql<OwnMessage>`
    select id, conversation_id as "conversationId", seq, created_at as "createdAt", recalled_at as "recalledAt", kind
    from message where id = ${messageId} and author_kind = 'staff' and author_id = ${staffId} and kind <> 'step'
    for update`.execute(tx)
  return found.rows[0] ?? null
}

/** Deletes the words of a message; the empty line stays in its place. */
export async function blankMessage(tx: Tx, messageId: number, now: Date): Promise<void> {
  await sql`update message set text = '', data = null, recalled_at = ${now} where id = ${messageId}`.execute(
    tx,
  )
}

export interface VisitorOwnMessage extends OwnMessage {
  readonly brandId: number
  readonly customerId: number
  readonly shopId: number
  readonly teamId: number | null
  readonly assigneeId: number | null
  readonly recallSeconds: number | null
}

/** A visitor's own message by its key, with what decides whether it may be recalled. */
export async function findVisitorMessage(
  tx: Tx,
  tokenHash: Buffer,
  publicId: string,
  key: string,
  now: Date,
): Promise<VisitorOwnMessage | null> {
  const found = await sql<VisitorOwnMessage>`
    select m.id, m.conversation_id as "conversationId", m.seq, m.created_at as "createdAt", m.kind,
      m.recalled_at as "recalledAt", c.brand_id as "brandId", c.customer_id as "customerId", c.shop_id as "shopId",
      c.team_id as "teamId", c.assignee_id as "assigneeId", (h.settings->>'recallSeconds')::int as "recallSeconds"
    from visitor v
    join conversation c on c.customer_id = v.customer_id and c.shop_id = v.shop_id and c.public_id = ${publicId}
    join channel h on h.id = c.channel_id
    join message m on m.conversation_id = c.id and m.key = ${key} and m.author_kind = 'customer'
    where v.token_hash = ${tokenHash} and v.expires_at > ${now}
    for update of m`.execute(tx)
  return found.rows[0] ?? null
}

/** Members of staff among these who may be mentioned. */
export async function knownStaff(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('staff')
    .select('id')
    .where('id', 'in', [...ids])
    .where('suspended_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}
