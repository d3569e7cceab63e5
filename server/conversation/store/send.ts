import { repeatContactHours } from '../../../domain/conversation/transitions.ts'
import { positionSql } from '../../platform/event-log/read.ts'
import type { RunStatement, Statement } from '../../platform/statement.ts'

/** What a visitor sends; `tokenHash` is the SHA-256 of their token. */
export interface VisitorLine {
  readonly tokenHash: Buffer
  readonly key: string
  readonly text: string
  readonly hasFiles: boolean
  /** ISO 639-1 of the text, null when it does not tell. */
  readonly language: string | null
  readonly now: Date
}

export interface SentLine {
  readonly conversationId: number
  readonly publicId: string
  readonly messageId: number
  readonly seq: number
  readonly createdAt: Date
  readonly position: string
}

/**
 * More than this many lines of one conversation in ten seconds are refused; the count is the rows themselves.
 * A line so new that a statement which waited for the lock does not see it yet counts, too.
 */
export const linesPerTenSeconds = 30

export const sortMinute = (moment: string) => `date_trunc('minute', ${moment}::timestamptz, 'UTC')`

/** Who hears of a conversation, from its row: as `conversationAudience` says. */
export const audienceSql = (
  row: string,
) => `array_remove(array['shop:' || ${row}.shop_id, 'conversation:' || ${row}.id,
      'team:' || ${row}.team_id, 'staff:' || ${row}.assignee_id], null)`

const lineEvent = (from: string, to: string) => `
  select l.epoch, 'message.appended', 1, c.brand_id, 'customer', c.customer_id,
    jsonb_build_object('conversationId', c.id, 'messageId', m.id, 'seq', m.seq, 'kind', 'message',
      'by', 'customer', 'staffId', null, 'shopId', c.shop_id, 'from', ${from}, 'to', ${to}),
    c.audience, m.created_at
  from c, m, log_epoch l`

/**
 * The hot path: a customer's message joins the open conversation. Token, block, repeated key, rate, thread
 * number, state, message and event in one statement. The states follow `customer_writes` of the table in
 * `domain/conversation/transitions.ts`; a property test holds them to it.
 */
const append: Statement = {
  name: 'conversation_append',
  text: `
with c as (
  update conversation c set
    last_seq = c.last_seq + 1,
    preview_seq = c.last_seq + 1,
    customer_read_seq = c.last_seq + 1,
    last_message_at = $4,
    language = coalesce($6, c.language),
    active_at = ${sortMinute('$4')},
    waiting_since = coalesce(c.waiting_since, $4),
    state = case
      when c.state in ('queued', 'in_service') then c.state
      when c.assignee_id is null then 'queued'
      else 'in_service' end,
    enqueued_at = case
      when c.state not in ('queued', 'in_service') and c.assignee_id is null then $4
      else c.enqueued_at end,
    resolved_at = case when c.state = 'resolved' then null else c.resolved_at end,
    outcome = case when c.state = 'resolved' then null else c.outcome end,
    ends_at = null
  from visitor v, customer u
  where v.token_hash = $1 and v.expires_at > $4
    and u.id = v.customer_id and u.blocked_at is null
    and c.channel_id = v.channel_id and c.customer_id = v.customer_id and c.state <> 'ended'
    and not exists (select from message m where m.conversation_id = c.id and m.key = $2)
    and (c.last_seq < ${linesPerTenSeconds} or exists (
      select from message m where m.conversation_id = c.id and m.seq = c.last_seq - ${linesPerTenSeconds - 1}
        and m.created_at <= $4::timestamptz - interval '10 s'))
  returning c.id, c.public_id, c.brand_id, c.shop_id, c.customer_id, c.last_seq, c.state,
    old.state as from_state,
    ${audienceSql('c')} as audience
), m as (
  insert into message (brand_id, conversation_id, seq, kind, author_kind, author_id, text, key, has_files,
    language, created_at)
  select brand_id, id, last_seq, 'message', 'customer', customer_id, $3, $2, $5, $6, $4 from c
  returning id, seq, created_at
), e as (
  insert into event (epoch, name, v, brand_id, actor_kind, actor_id, data, audience, happened_at)
  ${lineEvent('c.from_state', 'c.state')}
  union all
  select l.epoch, 'conversation.reopened', 1, c.brand_id, 'customer', c.customer_id,
    jsonb_build_object('conversationId', c.id, 'by', 'customer', 'staffId', null), c.audience, $4
  from c, log_epoch l where c.from_state = 'resolved'
)
select c.id as "conversationId", c.public_id as "publicId", m.id as "messageId", m.seq,
  m.created_at as "createdAt", ${positionSql} as position
from c, m`,
}

/** Appends to the open conversation of the visitor's channel; null when there is none that may take it. */
export async function appendVisitorLine(run: RunStatement, line: VisitorLine): Promise<SentLine | null> {
  const rows = await run<SentLine>(append, [
    line.tokenHash,
    line.key,
    line.text,
    line.now,
    line.hasFiles,
    line.language,
  ])
  return rows[0] ?? null
}

/**
 * The other hot path: the first message starts a conversation. Linked to the customer's last one on the channel;
 * a repeat contact when that ended less than `repeatContactHours` ago. Nothing happens when one is open or the
 * key was used.
 */
const start: Statement = {
  name: 'conversation_start',
  text: `
with v as (
  select v.id, v.brand_id, v.shop_id, v.channel_id, v.customer_id, p.id as previous_id, p.ended_at
  from visitor v
  join customer u on u.id = v.customer_id and u.blocked_at is null
  left join lateral (
    select p.id, p.ended_at from conversation p
    where p.customer_id = v.customer_id and p.channel_id = v.channel_id
    order by p.id desc limit 1
  ) p on true
  where v.token_hash = $1 and v.expires_at > $4
    and not exists (select from message m where m.conversation_id = p.id and m.key = $2)
), c as (
  insert into conversation (public_id, brand_id, shop_id, channel_id, customer_id, state, language, source,
    previous_id, repeat, last_seq, preview_seq, customer_read_seq, last_message_at, active_at, waiting_since,
    enqueued_at, started_at)
  select $7, v.brand_id, v.shop_id, v.channel_id, v.customer_id, 'queued', coalesce($6, $9), $8::jsonb,
    v.previous_id, coalesce(v.ended_at > $4::timestamptz - interval '${repeatContactHours} hours', false),
    1, 1, 1, $4, ${sortMinute('$4')}, $4, $4, $4
  from v
  on conflict (channel_id, customer_id) where state <> 'ended' do nothing
  returning id, public_id, brand_id, shop_id, channel_id, customer_id, last_seq, state, previous_id, repeat,
    ${audienceSql('conversation')} as audience
), m as (
  insert into message (brand_id, conversation_id, seq, kind, author_kind, author_id, text, key, has_files,
    language, created_at)
  select brand_id, id, last_seq, 'message', 'customer', customer_id, $3, $2, $5, $6, $4 from c
  returning id, seq, created_at
), e as (
  insert into event (epoch, name, v, brand_id, actor_kind, actor_id, data, audience, happened_at)
  select l.epoch, 'conversation.started', 1, c.brand_id, 'customer', c.customer_id,
    jsonb_build_object('conversationId', c.id, 'shopId', c.shop_id, 'channelId', c.channel_id,
      'customerId', c.customer_id, 'previousId', c.previous_id, 'repeat', c.repeat),
    c.audience, $4::timestamptz
  from c, log_epoch l
  union all
  ${lineEvent(`'queued'`, 'c.state')}
)
select c.id as "conversationId", c.public_id as "publicId", m.id as "messageId", m.seq,
  m.created_at as "createdAt", ${positionSql} as position
from c, m`,
}

export interface NewConversation extends VisitorLine {
  /** 128 random bits in hexadecimal. */
  readonly publicId: string
  readonly source: unknown
  /** Language of the page, where the text does not tell one. */
  readonly pageLanguage: string | null
}

/** Starts a conversation with its first message; null when none may start (see the statement). */
export async function startConversation(run: RunStatement, first: NewConversation): Promise<SentLine | null> {
  const rows = await run<SentLine>(start, [
    first.tokenHash,
    first.key,
    first.text,
    first.now,
    first.hasFiles,
    first.language,
    first.publicId,
    JSON.stringify(first.source),
    first.pageLanguage,
  ])
  return rows[0] ?? null
}

/** Why a visitor's message was not taken. */
export interface Standing {
  readonly known: boolean
  readonly blocked: boolean
  /** Too many lines in the last ten seconds. */
  readonly hasty: boolean
  /** The message of this key in the customer's last conversation on the channel. */
  readonly earlier: SentLine | null
}

const standing: Statement = {
  name: 'conversation_standing',
  text: `
select u.blocked_at is not null as blocked, exists (
    select from message h where h.conversation_id = c.id and h.seq = c.last_seq - ${linesPerTenSeconds - 1}
      and h.created_at > $3::timestamptz - interval '10 s') as hasty,
  c.id as "conversationId", c.public_id as "publicId", m.id as "messageId", m.seq,
  m.created_at as "createdAt", ${positionSql} as position
from visitor v
join customer u on u.id = v.customer_id
left join lateral (
  select c.id, c.public_id, c.last_seq from conversation c
  where c.customer_id = v.customer_id and c.channel_id = v.channel_id order by c.id desc limit 1
) c on true
left join message m on m.conversation_id = c.id and m.key = $2
where v.token_hash = $1 and v.expires_at > $3`,
}

/** Looks at why nothing was appended and nothing started. */
export async function readStanding(run: RunStatement, line: VisitorLine): Promise<Standing> {
  type Row = SentLine & { blocked: boolean; hasty: boolean }
  const rows = await run<Row>(standing, [line.tokenHash, line.key, line.now])
  const row = rows[0]
  if (!row) return { known: false, blocked: false, hasty: false, earlier: null }
  const { blocked, hasty, ...earlier } = row
  return { known: true, blocked, hasty, earlier: earlier.messageId === null ? null : earlier }
}
