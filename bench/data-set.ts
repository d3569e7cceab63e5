import { createHash } from 'node:crypto'
import pg from 'pg'

/** How much there is. */
export interface DataSize {
  readonly conversations: number
  readonly messagesEach: number
  /** How many of the conversations are open; each has a visitor who can write. */
  readonly open: number
  /** Visitors who have written nothing yet. */
  readonly fresh: number
}

export interface Place {
  readonly brandId: number
  readonly shops: readonly { readonly shopId: number; readonly channelId: number }[]
  readonly staffIds: readonly number[]
}

/** The token of the n-th visitor (from 1); its SHA-256 is in the table. */
export function visitorToken(n: number): string {
  return (
    createHash('md5').update(`bench-${n}`).digest('hex') +
    createHash('md5').update(`${n}-bench`).digest('hex')
  )
}

/**
 * Fills the product's tables as a year of work would: conversations spread over 180 days, the newest of them
 * open, messages of 10 to 160 characters in turn. Visitors 1 to `open` have the open conversations, the next
 * `fresh` have none. Written by SQL, past the product, because nobody waits a day for a bench.
 */
export async function fillProduct(connection: pg.ClientConfig, place: Place, size: DataSize): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  const people = size.conversations + size.fresh
  const shopIds = place.shops.map((shop) => shop.shopId)
  const channelIds = place.shops.map((shop) => shop.channelId)
  try {
    // Foreign keys hold by construction; checking them two million times would take longer than the rest.
    await client.query('set session_replication_role = replica')
    await client.query(customersSql, [place.brandId, people])
    await client.query(conversationsSql, [
      place.brandId,
      size.conversations,
      size.open,
      size.messagesEach,
      shopIds,
      channelIds,
      place.staffIds,
    ])
    await client.query(visitorsSql, [
      place.brandId,
      size.conversations,
      size.open,
      size.fresh,
      shopIds,
      channelIds,
    ])
    for (let from = 1; from <= size.conversations; from += step) {
      const to = Math.min(size.conversations, from + step - 1)
      await client.query(messagesSql, [from, to, size.messagesEach, phrases])
    }
    for (const table of ['customer', 'conversation', 'visitor']) {
      await client.query(
        `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
      )
    }
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const step = 20_000

const customersSql = `
  insert into customer (id, brand_id, name, email, language, country, created_at)
  overriding system value
  select n, $1::bigint, 'Customer ' || n, 'customer' || n || '@mail.example',
    (array['zh', 'zh', 'zh', 'en', 'es', 'ja'])[1 + n % 6], (array['CN', 'CN', 'CN', 'US', 'ES', 'JP'])[1 + n % 6],
    now() - interval '200 days'
  from generate_series(1, $2::int) n`

const conversationsSql = `
  insert into conversation (id, public_id, brand_id, shop_id, channel_id, customer_id, state, assignee_id, language,
    last_seq, preview_seq, customer_read_seq, shop_read_seq, last_message_at, active_at, waiting_since,
    enqueued_at, started_at, resolved_at, ended_at)
  overriding system value
  select n, md5('conversation ' || n), $1::bigint, ($5::bigint[])[1 + n % cardinality($5::bigint[])],
    ($6::bigint[])[1 + n % cardinality($6::bigint[])], n, state,
    case when state <> 'queued' then ($7::bigint[])[1 + n % cardinality($7::bigint[])] end,
    (array['zh', 'zh', 'zh', 'en', 'es', 'ja'])[1 + n % 6],
    $4::int, $4::int, $4::int, $4::int, at, date_trunc('minute', at),
    case when state in ('queued', 'in_service') then at end, at - interval '10 minutes', at - interval '10 minutes',
    case when state = 'ended' then at end, case when state = 'ended' then at + interval '15 minutes' end
  from (
    select n, now() - (($2::int - n)::float8 / $2::int) * interval '180 days' - interval '1 minute' as at,
      case when n <= $2::int - $3::int then 'ended' when n % 10 = 0 then 'queued'
        when n % 10 < 7 then 'in_service' else 'waiting_customer' end as state
    from generate_series(1, $2::int) n
  ) made`

const visitorsSql = `
  insert into visitor (id, brand_id, shop_id, channel_id, customer_id, token_hash, verified, created_at, expires_at)
  overriding system value
  select n, $1::bigint, ($5::bigint[])[1 + customer % cardinality($5::bigint[])],
    ($6::bigint[])[1 + customer % cardinality($6::bigint[])], customer,
    sha256((md5('bench-' || n) || md5(n || '-bench'))::bytea), false, now(), now() + interval '300 days'
  from (select n, $2::int - $3::int + n as customer from generate_series(1, $3::int + $4::int) n) made`

const messagesSql = `
  insert into message (brand_id, conversation_id, seq, kind, author_kind, author_id, text, language, key, created_at)
  select c.brand_id, c.id, seq, 'message', case when seq % 2 = 1 then 'customer' else 'staff' end,
    case when seq % 2 = 1 then c.customer_id else coalesce(c.assignee_id, 1) end,
    ($4::text[])[1 + (c.id * 7 + seq) % cardinality($4::text[])] || ' ' ||
      left(($4::text[])[1 + (c.id * 13 + seq * 5) % cardinality($4::text[])], (c.id * 31 + seq * 17)::int % 90),
    c.language, left(md5(c.id || ' ' || seq), 16), c.started_at + seq * interval '55 seconds'
  from conversation c, generate_series(1, $3::int) seq
  where c.id between $1::bigint and $2::bigint`

const phrases = [
  '你好，请问这件外套什么时候能发货？我周末要用。',
  '您好，您的订单今天下午会从仓库发出，预计后天送达。',
  '好的，麻烦帮我备注一下不要放快递柜，送到家里。',
  '已经为您备注，配送员会提前电话联系您，请保持电话畅通。',
  '收到的杯子有一道裂纹，照片发给你们了，可以换一个吗？',
  '非常抱歉给您带来不便，我们马上为您安排补发，旧的不用寄回。',
  'The parcel says delivered but there is nothing at my door, can you check with the carrier please?',
  'I am sorry about that. I have opened a trace with the carrier and will write to you tomorrow morning.',
  'Does this jacket run small? I usually wear a medium and I am 178 cm tall.',
  'With your height a medium fits well over a shirt; take a large if you wear a thick sweater below it.',
  '运费是怎么算的？',
  'Thanks!',
]
