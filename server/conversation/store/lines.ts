import { sql } from 'kysely'
import type { ConversationState } from '../../../domain/conversation/state.ts'
import type { Tx } from '../../platform/work.ts'

export interface NewLine {
  readonly kind: 'message' | 'note' | 'step'
  readonly authorKind: 'staff' | 'system'
  readonly authorId: number | null
  readonly text: string
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly key?: string | null
  readonly hasFiles?: boolean
  /** It only asks the customer to wait. Told by the event. */
  readonly holding?: boolean
  readonly mentions?: readonly number[]
}

export interface AppendedLine {
  readonly messageId: number
  readonly seq: number
}

/**
 * Appends a line to a conversation whose row is locked. A public message answers the customer: their waiting
 * ends and the preview moves; the state is set where one is given.
 */
export async function insertLine(
  tx: Tx,
  conversationId: number,
  line: NewLine,
  now: Date,
  state?: ConversationState,
): Promise<AppendedLine> {
  const isPublic = line.kind === 'message'
  const inserted = await sql<AppendedLine>`
    with c as (
      update conversation set
        last_seq = last_seq + 1,
        preview_seq = case when ${isPublic} then last_seq + 1 else preview_seq end,
        last_message_at = case when ${isPublic} then ${now}::timestamptz else last_message_at end,
        active_at = date_trunc('minute', ${now}::timestamptz, 'UTC'),
        waiting_since = case when ${isPublic} then null else waiting_since end,
        state = coalesce(${state ?? null}, state)
      where id = ${conversationId}
      returning id, brand_id, last_seq
    )
    insert into message (brand_id, conversation_id, seq, kind, author_kind, author_id, text, data, key, has_files,
      mentions, created_at)
    select brand_id, id, last_seq, ${line.kind}, ${line.authorKind}, ${line.authorId}::bigint, ${line.text},
      ${line.data ? JSON.stringify(line.data) : null}::jsonb, ${line.key ?? null}, ${line.hasFiles ?? false},
      ${line.mentions ? [...line.mentions] : null}::bigint[], ${now}
    from c
    returning id as "messageId", seq`.execute(tx)
  const row = inserted.rows[0]
  if (!row) throw new Error(`conversation ${conversationId} vanished under its lock`)
  return row
}

export interface KeyedLine extends AppendedLine {
  readonly createdAt: Date
}

/** The line that carries this key already. */
export async function findByKey(tx: Tx, conversationId: number, key: string): Promise<KeyedLine | null> {
  const row = await tx
    .selectFrom('message')
    .select(['id', 'seq', 'created_at'])
    .where('conversation_id', '=', conversationId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? { messageId: row.id, seq: row.seq, createdAt: row.created_at } : null
}
