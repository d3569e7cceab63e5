import type pg from 'pg'

/** A floor at its busiest. */
export interface FloorSize {
  readonly agents: number
  readonly waiting: number
}

export interface FloorPlace {
  readonly brandId: number
  readonly shopId: number
  readonly channelId: number
}

/** What an agent has in hand when they are full. */
export const capacity = 8
const topics = 8

export interface Skilled {
  readonly topicIds: readonly number[]
  readonly skillIds: readonly number[]
}

/** Agents who are online, with three of eight skills each and one or two languages. */
export async function fillAgents(client: pg.Client, brandId: number, agents: number): Promise<Skilled> {
  const now = new Date()
  await client.query(
    `insert into skill (brand_id, name, created_at)
      select $1, jsonb_build_object('en', 'Skill ' || n), $3 from generate_series(1, $2::int) n`,
    [brandId, topics, now],
  )
  await client.query(
    `insert into topic (brand_id, stage, name, position, created_at)
      select $1, 'after_sales', jsonb_build_object('en', 'Topic ' || n), 1000 + n, $3 from generate_series(1, $2::int) n`,
    [brandId, topics, now],
  )
  await client.query(
    `with s as (
      insert into staff (auth_user_id, name, email, language, created_at)
      select 'floor-' || n, 'Agent ' || n, 'agent' || n || '@bench.example', 'zh-CN', $2
      from generate_series(1, $1::int) n returning id
    ), g as (
      insert into staff_grant (staff_id, role_id, brand_id)
      select s.id, r.id, $3 from s, role r where r.built_in = 'agent'
    ), l as (
      insert into staff_language (staff_id, language, level)
      select s.id, 'zh-CN', 5 from s union all select s.id, 'en', 4 from s where s.id % 2 = 0
    )
    insert into staff_skill (staff_id, skill_id, level, since)
    select s.id, k.id, 1 + (s.id + k.id) % 5, '2026-01-01' from s, skill k where (s.id + k.id) % $4 < 3`,
    [agents, now, brandId, topics],
  )
  await client.query(
    `update presence p set state = 'online', capacity = $1 from staff s
      where s.id = p.staff_id and s.auth_user_id like 'floor-%'`,
    [capacity],
  )
  const ids = async (table: string) => {
    const { rows } = await client.query<{ id: number }>(
      `select id from ${table} where brand_id = $1 order by id desc limit $2`,
      [brandId, topics],
    )
    return rows.map((row) => row.id).reverse()
  }
  return { topicIds: await ids('topic'), skillIds: await ids('skill') }
}

/**
 * What these agents have in hand, so that they are full, and conversations that wait for them, some since a second
 * and some since ten minutes. Written by SQL; the product learns of them from the log, as of any others.
 */
export async function fillTalks(client: pg.Client, place: FloorPlace, size: FloorSize): Promise<void> {
  const { brandId, shopId, channelId } = place
  const now = new Date()
  await insertConversations(client, place, size.agents * capacity, now, true)
  await insertConversations(client, place, size.waiting, now, false)
  await client.query('analyze')
  await client.query(
    `insert into event (epoch, name, v, brand_id, actor_kind, data, audience, happened_at)
      select l.epoch, 'conversation.started', 1, $1, 'system', jsonb_build_object('conversationId', c.id,
        'shopId', $2::bigint, 'channelId', $3::bigint, 'customerId', c.customer_id, 'previousId', null, 'repeat', false),
        array['shop:' || $2::bigint], $4
      from conversation c, log_epoch l where c.state = 'queued'`,
    [brandId, shopId, channelId, now],
  )
}

async function insertConversations(
  client: pg.Client,
  { brandId, shopId, channelId }: FloorPlace,
  count: number,
  now: Date,
  inHand: boolean,
): Promise<void> {
  await client.query(
    `with u as (
      insert into customer (brand_id, name, language, created_at)
      select $1, 'Customer', 'zh-CN', $5 from generate_series(1, $4::int) returning id
    ), people as (
      select array_agg(id order by id) as ids from staff where auth_user_id like 'floor-%'
    ), topics as (
      select array_agg(id order by id) as ids from topic where brand_id = $1 and position > 1000
    ), m as (
      select u.id as customer_id, row_number() over (order by u.id) as n from u
    ), c as (
      insert into conversation (public_id, brand_id, shop_id, channel_id, customer_id, state, assignee_id, language,
        topic_id, last_seq, preview_seq, last_message_at, active_at, waiting_since, enqueued_at, started_at)
      select md5('floor' || m.customer_id), $1, $2, $3, m.customer_id, case when $6 then 'in_service' else 'queued' end,
        case when $6 then people.ids[1 + (m.n - 1) % array_length(people.ids, 1)] end,
        case when m.n % 10 < 7 then 'zh' else 'en' end, topics.ids[1 + m.n % $7],
        1, 1, $5, date_trunc('minute', $5::timestamptz, 'UTC'), $5, $5::timestamptz - (m.n % 600) * interval '1 s',
        $5::timestamptz - (m.n % 600) * interval '1 s'
      from m, people, topics
      returning id, brand_id, customer_id
    )
    insert into message (brand_id, conversation_id, seq, kind, author_kind, author_id, text, created_at)
    select brand_id, id, 1, 'message', 'customer', customer_id, 'Where is my parcel?', $5 from c`,
    [brandId, shopId, channelId, count, now, inHand, topics],
  )
}

/** Agents finish: what they have in hand is resolved, `each` of every one of them, in one transaction. */
export async function finish(client: pg.Client, staffIds: readonly number[], each: number): Promise<number> {
  const done = await client.query(
    `with chosen as (
      select x.id from unnest($1::bigint[]) s(id) cross join lateral (
        select c.id from conversation c where c.assignee_id = s.id and c.state = 'in_service'
        order by c.id limit $2) x
    ), locked as (
      select c.id from conversation c join chosen on chosen.id = c.id order by c.id for update of c skip locked
    ), c as (
      update conversation c set state = 'resolved', resolved_at = $3, waiting_since = null, outcome = 'solved'
      from locked where c.id = locked.id and c.state = 'in_service'
      returning c.id, c.brand_id, c.shop_id, c.assignee_id
    )
    insert into event (epoch, name, v, brand_id, actor_kind, actor_id, data, audience, happened_at)
    select l.epoch, 'conversation.resolved', 1, c.brand_id, 'staff', c.assignee_id, jsonb_build_object(
      'conversationId', c.id, 'staffId', c.assignee_id, 'from', 'in_service', 'topicId', null, 'outcome', 'solved'),
      array['shop:' || c.shop_id, 'conversation:' || c.id, 'staff:' || c.assignee_id], $3
    from c, log_epoch l`,
    [[...staffIds], each, new Date()],
  )
  return done.rowCount ?? 0
}
