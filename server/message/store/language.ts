import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

interface Row {
  messageId: number
  conversationId: number
  text: string
}

export async function textsWithoutLanguage(tx: Tx, messageIds: readonly number[]): Promise<Row[]> {
  const found = await sql<Row>`
    select id as "messageId", conversation_id as "conversationId", text from message
    where id = any(${[...messageIds]}::bigint[]) and language is null and recalled_at is null
    order by id`.execute(tx)
  return found.rows
}

/** Sets the languages of messages, and of conversations where it changes. Rows are locked in the order of their ids. */
export async function setLanguages(
  tx: Tx,
  detected: readonly { messageId: number; conversationId: number; language: string }[],
): Promise<void> {
  const last = new Map(detected.map((one) => [one.conversationId, one.language]))
  const conversations = [...last].sort(([a], [b]) => a - b)
  await sql`
    update message m set language = d.language
    from unnest(${detected.map((one) => one.messageId)}::bigint[], ${detected.map((one) => one.language)}::text[])
      as d (id, language)
    where m.id = d.id`.execute(tx)
  await sql`
    with d as (
      select c.id, d.language
      from unnest(${conversations.map(([id]) => id)}::bigint[], ${conversations.map(([, language]) => language)}::text[])
        as d (id, language)
      join conversation c on c.id = d.id and c.language is distinct from d.language
      order by c.id for update of c
    )
    update conversation c set language = d.language from d where c.id = d.id`.execute(tx)
}
