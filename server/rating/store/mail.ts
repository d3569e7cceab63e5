import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

/** Invitations whose link may go out by now; their mark is taken off, so that one process handles each. */
export async function takeMailDue(tx: Tx, now: Date, limit: number): Promise<number[]> {
  const taken = await sql<{ id: number }>`
    update rating set mail_due_at = null
    where id in (
      select id from rating where mail_due_at <= ${now}
      order by mail_due_at limit ${limit} for update skip locked)
    returning id`.execute(tx)
  return taken.rows.map((row) => row.id)
}

export interface LinkToMail {
  readonly shopName: string
  readonly email: string
  readonly language: string | null
}

/**
 * What the mail needs; null when it must not go out: it went out before, the customer has rated, is still here
 * (has read the last answer), is blocked or has no address, or the invitation has run out.
 */
export async function findLinkToMail(tx: Tx, ratingId: number, now: Date): Promise<LinkToMail | null> {
  const found = await sql<LinkToMail>`
    select s.name as "shopName", u.email, coalesce(c.language, u.language, s.languages[1]) as language
    from rating r
    join conversation c on c.id = r.conversation_id and not c.spam
    join customer u on u.id = r.customer_id and u.email is not null and u.blocked_at is null
    join shop s on s.id = r.shop_id
    where r.id = ${ratingId} and r.mailed_at is null and r.rated_at is null and r.expires_at > ${now}
      and exists (
        select from message m
        where m.conversation_id = c.id and m.kind = 'message' and m.author_kind = 'staff'
          and m.recalled_at is null and m.seq > c.customer_read_seq)`.execute(tx)
  return found.rows[0] ?? null
}

/** Keeps the hash of the link's token; the one before it no longer leads anywhere. */
export async function keepToken(tx: Tx, ratingId: number, tokenHash: Buffer): Promise<void> {
  await tx.updateTable('rating').set({ token_hash: tokenHash }).where('id', '=', ratingId).execute()
}

export async function markMailed(tx: Tx, ratingId: number, now: Date): Promise<void> {
  await tx.updateTable('rating').set({ mailed_at: now }).where('id', '=', ratingId).execute()
}
