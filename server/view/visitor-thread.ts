import { createHash } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import type { FileView } from '../../domain/file/endpoints.ts'
import type { CustomerRating } from '../../domain/rating/endpoints.ts'
import type { RatingReason } from '../../domain/rating/scale.ts'
import type { VisitorConversation, VisitorMessage } from '../../domain/widget/endpoints.ts'
import { positionSql } from '../platform/event-log/read.ts'
import type { Platform } from '../platform/work.ts'
import { customerRatingOf } from './ratings.ts'
import { filesSql, lineNumberOf, type ThreadPart } from './thread.ts'

const pageSize = 50
const listSize = 30

/** Tokens are stored as SHA-256; they are random, so no salt is needed. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The visitor's own conversations: of their customer, in the shop of their channel. */
const own = `
  from visitor v
  join conversation c on c.customer_id = v.customer_id and c.shop_id = v.shop_id
  where v.token_hash = $1 and v.expires_at > $2`

interface VisitorLineRecord {
  id: number
  seq: number
  author_kind: 'customer' | 'staff' | 'system'
  author_name: string | null
  text: string
  files: FileView[] | null
  created_at: Date
  recalled_at: Date | null
  key: string | null
}

/** A line as the customer may see it. */
export function visitorLine(line: {
  seq: number
  authorKind: 'customer' | 'staff' | 'system'
  authorName: string | null
  text: string
  files: FileView[]
  createdAt: string
  recalledAt: string | null
  key: string | null
}): VisitorMessage {
  const mine = line.authorKind === 'customer'
  return {
    seq: line.seq,
    by: mine ? 'me' : line.authorKind === 'staff' ? 'shop' : 'system',
    name: line.authorKind === 'staff' ? line.authorName : null,
    text: line.text,
    files: line.files,
    createdAt: line.createdAt,
    recalled: line.recalledAt !== null,
    key: mine ? line.key : null,
  }
}

/** Values: token 1, now 2, conversation 3, number 4, limit 5. */
function pageSql(direction: 'before' | 'after'): string {
  const [compare, order] = direction === 'before' ? ['<', 'desc'] : ['>', 'asc']
  return `
    with c as (select c.id ${own} and c.public_id = $3)
    select m.id, m.seq, m.author_kind, s.name as author_name, m.text, ${filesSql}, m.created_at, m.recalled_at,
      m.key, ${positionSql} as position
    from c
    left join lateral (
      select * from message m where m.conversation_id = c.id and m.kind = 'message' and m.seq ${compare} $4::int
      order by m.seq ${order} limit $5
    ) m on true
    left join staff s on m.author_kind = 'staff' and s.id = m.author_id
    order by m.seq ${order}`
}

const pages = { before: pageSql('before'), after: pageSql('after') } as const

/** A page of one of the visitor's own threads; any other is not found. */
export async function readVisitorThread(
  platform: Platform,
  token: string,
  publicId: string,
  part: ThreadPart,
) {
  const direction = part.after === undefined ? 'before' : 'after'
  const found = await platform.pool.query<VisitorLineRecord & { position: string; id: number | null }>({
    name: `visitor_thread_${direction}`,
    text: pages[direction],
    values: [tokenHash(token), platform.now(), publicId, lineNumberOf(part), pageSize + 1],
  })
  const first = found.rows[0]
  if (!first) throw refuse('conversation_not_found')
  const records = found.rows.filter((record) => record.id !== null)
  const messages = records.slice(0, pageSize).map((record) =>
    visitorLine({
      seq: record.seq,
      authorKind: record.author_kind,
      authorName: record.author_name,
      text: record.text,
      files: record.files ?? [],
      createdAt: record.created_at.toISOString(),
      recalledAt: record.recalled_at?.toISOString() ?? null,
      key: record.key,
    }),
  )
  if (direction === 'before') messages.reverse()
  return { messages, more: records.length > pageSize, position: first.position }
}

interface VisitorConversationRecord {
  public_id: string | null
  open: boolean
  preview_seq: number
  last_message_at: Date
  started_at: Date
  preview: string
  customer_read_seq: number
  shop_read_seq: number
  agent_name: string | null
  expires_at: Date | null
  rated_at: Date | null
  score: number | null
  reasons: RatingReason[]
  comment: string
  solved: boolean | null
  position: string
}

/** The visitor's own talks, newest first. */
export async function listVisitorConversations(platform: Platform, token: string) {
  const found = await platform.pool.query<VisitorConversationRecord>({
    name: 'visitor_conversations',
    text: `
      with known as (select from visitor v where v.token_hash = $1 and v.expires_at > $2),
      c as (select c.* ${own} and not c.spam order by c.id desc limit ${listSize})
      select c.public_id, c.state <> 'ended' as open, c.preview_seq, c.last_message_at, c.started_at,
        coalesce(left(p.text, 120), '') as preview, c.customer_read_seq, c.shop_read_seq, s.name as agent_name,
        r.expires_at, r.rated_at, r.score, r.reasons, r.comment, r.solved,
        ${positionSql} as position
      from known left join c on true
      left join message p on p.conversation_id = c.id and p.seq = c.preview_seq
      left join staff s on s.id = c.assignee_id
      left join rating r on r.conversation_id = c.id
      order by c.id desc`,
    values: [tokenHash(token), platform.now()],
  })
  const first = found.rows[0]
  if (!first) throw refuse('visitor_unknown')
  const conversations = found.rows.flatMap((record): VisitorConversation[] =>
    record.public_id === null
      ? []
      : [
          {
            id: record.public_id,
            open: record.open,
            lastSeq: record.preview_seq,
            lastMessageAt: record.last_message_at.toISOString(),
            startedAt: record.started_at.toISOString(),
            preview: record.preview,
            readSeq: record.customer_read_seq,
            shopReadSeq: record.shop_read_seq,
            agentName: record.agent_name,
            rating: ratingIn(record, platform.now()),
          },
        ],
  )
  return { conversations, position: first.position }
}

/** What may be said of a talk now; null when it is not to be rated, or that is over. */
function ratingIn(record: VisitorConversationRecord, now: Date): CustomerRating | null {
  const { expires_at: expiresAt, rated_at: ratedAt } = record
  if (!expiresAt) return null
  const rating = customerRatingOf({ ...record, expiresAt, ratedAt }, now)
  return rating.state === 'open' || rating.state === 'rated' ? rating : null
}

/** Numbers of a customer's newest conversations in a shop: those that their socket hears of. */
export async function ownConversationIds(
  platform: Platform,
  customerId: number,
  shopId: number,
): Promise<{ id: number; publicId: string }[]> {
  const rows = await platform.kysely
    .selectFrom('conversation')
    .select(['id', 'public_id'])
    .where('customer_id', '=', customerId)
    .where('shop_id', '=', shopId)
    .orderBy('id', 'desc')
    .limit(listSize)
    .execute()
  return rows.map((row) => ({ id: row.id, publicId: row.public_id }))
}
