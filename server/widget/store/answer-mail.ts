import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

/** Notes that these conversations have answers for customers with a mail address; an earlier time stays. */
export async function noteDue(tx: Tx, conversationIds: readonly number[], dueAt: Date): Promise<void> {
  await sql`
    insert into answer_mail as a (conversation_id, due_at)
    select c.id, ${dueAt}::timestamptz
    from conversation c join customer u on u.id = c.customer_id
    where c.id = any(${[...conversationIds]}::bigint[]) and u.email is not null and not c.spam
    order by c.id
    on conflict (conversation_id) do update set due_at = least(a.due_at, excluded.due_at)`.execute(tx)
}

/** Conversations whose answers are due; their mark is taken off, so that one process handles each. */
export async function takeDue(tx: Tx, now: Date, limit: number): Promise<number[]> {
  const taken = await sql<{ id: number }>`
    update answer_mail set due_at = null
    where conversation_id in (
      select conversation_id from answer_mail where due_at <= ${now}
      order by due_at limit ${limit} for update skip locked)
    returning conversation_id as id`.execute(tx)
  return taken.rows.map((row) => row.id)
}

export interface UnreadAnswers {
  readonly conversationId: number
  readonly brandId: number
  readonly customerId: number
  readonly channelId: number
  readonly channelKey: string
  readonly shopName: string
  readonly email: string
  readonly language: string | null
  readonly lastSeq: number
  readonly texts: string[]
  readonly files: number
}

/** Public answers that the customer has neither read nor been mailed; null when there are none. */
export async function unreadAnswers(tx: Tx, conversationId: number): Promise<UnreadAnswers | null> {
  const found = await sql<UnreadAnswers>`
    select c.id as "conversationId", c.brand_id as "brandId", c.customer_id as "customerId",
      c.channel_id as "channelId", h.key as "channelKey", s.name as "shopName", u.email,
      coalesce(c.language, u.language, s.languages[1]) as language,
      max(m.seq) as "lastSeq", array_agg(m.text order by m.seq) as texts,
      count(*) filter (where m.has_files)::int as files
    from conversation c
    join customer u on u.id = c.customer_id and u.email is not null and u.blocked_at is null
    join shop s on s.id = c.shop_id
    join channel h on h.id = c.channel_id
    left join answer_mail a on a.conversation_id = c.id
    join message m on m.conversation_id = c.id and m.kind = 'message' and m.author_kind = 'staff'
      and m.recalled_at is null and m.seq > greatest(c.customer_read_seq, coalesce(a.mailed_seq, 0))
    where c.id = ${conversationId}
    group by c.id, h.key, s.id, u.id`.execute(tx)
  return found.rows[0] ?? null
}

export async function markMailed(tx: Tx, conversationId: number, seq: number): Promise<void> {
  await sql`
    insert into answer_mail as a (conversation_id, mailed_seq) values (${conversationId}, ${seq})
    on conflict (conversation_id) do update set mailed_seq = greatest(a.mailed_seq, excluded.mailed_seq)`.execute(
    tx,
  )
}
