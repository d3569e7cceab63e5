import { repeatContactHours } from '../../../domain/conversation/transitions.ts'
import { positionSql } from '../../platform/event-log/read.ts'
import type { RunStatement, Statement } from '../../platform/statement.ts'
import {
  audienceSql,
  linesPerTenSeconds,
  type NewConversation,
  type SentLine,
  sortMinute,
  type VisitorLine,
} from './send.ts'

/*
 * The hot paths for many at once. They do what the statements in `send.ts` do, for the plain cases only; what they
 * leave out is answered by null and goes the single way. They wait for nobody: a locked conversation is left out.
 */

const sent = `
select n::int, id as "conversationId", public_id as "publicId", message_id as "messageId", seq,
  $2::timestamptz as "createdAt", ${positionSql} as position
from done`

const said = `m as (
  insert into message (brand_id, conversation_id, seq, kind, author_kind, author_id, text, key, has_files,
    language, created_at)
  select brand_id, id, last_seq, 'message', 'customer', customer_id, text, key, false, said_in, $2 from c
  returning id as message_id, conversation_id
), done as (
  select c.*, c.last_seq as seq, m.message_id from c join m on m.conversation_id = c.id
)`

const event = `
  select l.epoch, 'message.appended', 1, d.brand_id, 'customer', d.customer_id,
    jsonb_build_object('conversationId', d.id, 'messageId', d.message_id, 'seq', d.seq, 'kind', 'message',
      'by', 'customer', 'staffId', null, 'shopId', d.shop_id, 'from', d.state, 'to', d.state),
    d.audience, $2
  from done d, log_epoch l`

/** Appends where the state stays as it is: the conversation waits, or somebody has it in hand. */
const appendMany: Statement = {
  name: 'conversation_append_many',
  text: `
with o as materialized (
  select c.id, a.n, a.key, a.text, a.language
  from unnest($1::bytea[], $3::text[], $4::text[], $5::text[]) with ordinality a (token_hash, key, text, language, n)
  join visitor v on v.token_hash = a.token_hash and v.expires_at > $2::timestamptz
  join customer u on u.id = v.customer_id and u.blocked_at is null
  join conversation c on c.channel_id = v.channel_id and c.customer_id = v.customer_id and c.state <> 'ended'
  where c.state in ('queued', 'in_service')
    and not exists (select from message m where m.conversation_id = c.id and m.key = a.key)
    and (c.last_seq < ${linesPerTenSeconds} or exists (
      select from message m where m.conversation_id = c.id and m.seq = c.last_seq - ${linesPerTenSeconds - 1}
        and m.created_at <= $2::timestamptz - interval '10 s'))
  for update of c skip locked
), c as (
  update conversation c set
    last_seq = c.last_seq + 1,
    preview_seq = c.last_seq + 1,
    customer_read_seq = c.last_seq + 1,
    last_message_at = $2,
    language = coalesce(o.language, c.language),
    active_at = ${sortMinute('$2')},
    waiting_since = coalesce(c.waiting_since, $2)
  from o where c.id = o.id
  returning c.id, c.public_id, c.brand_id, c.shop_id, c.customer_id, c.last_seq, c.state,
    ${audienceSql('c')} as audience, o.n, o.key, o.text, o.language as said_in
), ${said}, e as (
  insert into event (epoch, name, v, brand_id, actor_kind, actor_id, data, audience, happened_at) ${event}
)${sent}`,
}

/** For each line, in their order: sent, or null where it goes the single way. */
export async function appendVisitorLines(
  run: RunStatement,
  lines: readonly VisitorLine[],
  now: Date,
): Promise<(SentLine | null)[]> {
  const rows = await run<SentLine & { n: number }>(appendMany, [
    lines.map((line) => line.tokenHash),
    now,
    lines.map((line) => line.key),
    lines.map((line) => line.text),
    lines.map((line) => line.language),
  ])
  return inOrder(rows, lines.length)
}

/** Starts conversations with their first messages. */
const startMany: Statement = {
  name: 'conversation_start_many',
  text: `
with v as materialized (
  select a.*, v.brand_id, v.shop_id, v.channel_id, v.customer_id, p.id as previous_id, p.ended_at
  from unnest($1::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::text[])
    with ordinality a (token_hash, key, text, language, public_id, source, page_language, n)
  join visitor v on v.token_hash = a.token_hash and v.expires_at > $2::timestamptz
  join customer u on u.id = v.customer_id and u.blocked_at is null
  left join lateral (
    select p.id, p.ended_at from conversation p
    where p.customer_id = v.customer_id and p.channel_id = v.channel_id
    order by p.id desc limit 1
  ) p on true
  where not exists (select from message m where m.conversation_id = p.id and m.key = a.key)
), made as (
  insert into conversation (public_id, brand_id, shop_id, channel_id, customer_id, state, language, source,
    previous_id, repeat, last_seq, preview_seq, customer_read_seq, last_message_at, active_at, waiting_since,
    enqueued_at, started_at)
  select public_id, brand_id, shop_id, channel_id, customer_id, 'queued', coalesce(language, page_language), source,
    previous_id, coalesce(ended_at > $2::timestamptz - interval '${repeatContactHours} hours', false),
    1, 1, 1, $2, ${sortMinute('$2')}, $2, $2, $2
  from v
  on conflict (channel_id, customer_id) where state <> 'ended' do nothing
  returning id, public_id, brand_id, shop_id, channel_id, customer_id, last_seq, state, previous_id, repeat,
    ${audienceSql('conversation')} as audience
), c as (
  select made.*, v.n, v.key, v.text, v.language as said_in from made join v using (public_id)
), ${said}, e as (
  insert into event (epoch, name, v, brand_id, actor_kind, actor_id, data, audience, happened_at)
  select l.epoch, 'conversation.started', 1, d.brand_id, 'customer', d.customer_id,
    jsonb_build_object('conversationId', d.id, 'shopId', d.shop_id, 'channelId', d.channel_id,
      'customerId', d.customer_id, 'previousId', d.previous_id, 'repeat', d.repeat),
    d.audience, $2::timestamptz
  from done d, log_epoch l
  union all
  ${event}
)${sent}`,
}

/** For each first message, in their order: sent, or null where it goes the single way. */
export async function startConversations(
  run: RunStatement,
  firsts: readonly NewConversation[],
  now: Date,
): Promise<(SentLine | null)[]> {
  const rows = await run<SentLine & { n: number }>(startMany, [
    firsts.map((first) => first.tokenHash),
    now,
    firsts.map((first) => first.key),
    firsts.map((first) => first.text),
    firsts.map((first) => first.language),
    firsts.map((first) => first.publicId),
    firsts.map((first) => JSON.stringify(first.source)),
    firsts.map((first) => first.pageLanguage),
  ])
  return inOrder(rows, firsts.length)
}

function inOrder(rows: readonly (SentLine & { n: number })[], count: number): (SentLine | null)[] {
  const answers = new Array<SentLine | null>(count).fill(null)
  for (const { n, ...line } of rows) answers[n - 1] = line
  return answers
}
