import type { z } from 'zod'
import type { FloorAgent, FloorQueue, FloorRisk, floorEndpoints } from '../../domain/floor/endpoints.ts'
import { promiseAtRiskMinutes } from '../../domain/floor/risk.ts'
import type { Localized } from '../../domain/localized.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { wireTypes } from '../platform/postgres/column-types.ts'
import type { Platform } from '../platform/work.ts'
import { placeSql, placeValues } from './reach.ts'

type Query = z.output<(typeof floorEndpoints.getFloor)['query']>
type Output = z.output<(typeof floorEndpoints.getFloor)['output']>

const open = `c.state not in ('resolved', 'ended')`
/** Values in all three: place 1-4, shop 5, team 6. */
const here = `${placeSql(1)} and ($5::bigint is null or c.shop_id = $5) and ($6::bigint is null or c.team_id = $6)`

/** The floor as it is now, in three statements side by side. */
export async function readFloor(platform: Platform, viewer: Viewer, query: Query): Promise<Output> {
  const values = [...placeValues(viewer, 'floor.read'), query.shopId ?? null, query.teamId ?? null]
  const now = platform.now()
  const [queues, agents, risks] = await Promise.all([
    readQueues(platform, values),
    readAgents(platform, values),
    readRisks(platform, values, now),
  ])
  return { now: now.toISOString(), queues, agents, ...risks }
}

interface QueueRecord {
  shop_id: number
  team_id: number | null
  language: string | null
  waiting: number
  longest_since: string | null
  longest_id: number | null
  offline: number
  oldest_offline: string | null
}

async function readQueues(platform: Platform, values: unknown[]): Promise<FloorQueue[]> {
  const live = `filter (where c.offline_message_at is null)`
  const since = `coalesce(c.waiting_since, c.enqueued_at)`
  const found = await platform.pool.query<QueueRecord>({
    name: 'floor_queues',
    text: `
      select c.shop_id, c.team_id, c.language, count(*) ${live}::int as waiting, min(${since}) ${live} as longest_since,
        (array_agg(c.id order by ${since}, c.id) ${live})[1] as longest_id,
        count(c.offline_message_at)::int as offline, min(c.offline_message_at) as oldest_offline
      from conversation c where c.state = 'queued' and ${here}
      group by c.shop_id, c.team_id, c.language
      order by longest_since nulls last, oldest_offline, c.shop_id, c.team_id, c.language`,
    values,
    types: wireTypes,
  })
  return found.rows.map((record) => ({
    shopId: record.shop_id,
    teamId: record.team_id,
    language: record.language,
    waiting: record.waiting,
    longestSince: record.longest_since,
    longestId: record.longest_id,
    offline: record.offline,
    oldestOffline: record.oldest_offline,
  }))
}

interface AgentRecord {
  id: number
  name: string
  team_ids: number[]
  state: FloorAgent['state']
  since: string
  until_at: string | null
  break_name: Localized | null
  capacity: number
  used: number
  in_service: number
  waiting_customer: number
  waiting_inside: number
  unanswered_since: string | null
  unanswered_id: number | null
}

/** Who may answer in a shop of the viewer's reach, or is in a team of it; what they hold is counted within reach. */
const agentsSql = `
  with serving as (
    select g.staff_id
    from staff_grant g join role r on r.id = g.role_id and 'conversation.reply' = any(r.permissions)
    join shop h on (g.brand_id is null or g.brand_id = h.brand_id) and (g.shop_id is null or g.shop_id = h.id)
    where ($1::boolean or h.brand_id = any($2::bigint[]) or h.id = any($3::bigint[]))
      and ($5::bigint is null or h.id = $5)
    union
    select m.staff_id from team_member m where m.team_id = any($4::bigint[]) and $5::bigint is null
  ), held as (
    select c.assignee_id, count(*) filter (where c.state = 'in_service')::int as in_service,
      count(*) filter (where c.state = 'waiting_customer')::int as waiting_customer,
      count(*) filter (where c.state = 'waiting_inside')::int as waiting_inside,
      min(c.waiting_since) as unanswered_since,
      (array_agg(c.id order by c.waiting_since, c.id) filter (where c.waiting_since is not null))[1] as unanswered_id
    from conversation c where c.assignee_id is not null and ${open} and ${here}
    group by c.assignee_id
  )
  select s.id, s.name, p.state, p.since, p.until_at, p.capacity, p.used, b.name as break_name,
    array(select m.team_id from team_member m where m.staff_id = s.id order by m.team_id) as team_ids,
    coalesce(h.in_service, 0) as in_service, coalesce(h.waiting_customer, 0) as waiting_customer,
    coalesce(h.waiting_inside, 0) as waiting_inside, h.unanswered_since, h.unanswered_id
  from staff s
  join presence p on p.staff_id = s.id
  left join break_kind b on b.id = p.break_kind_id
  left join held h on h.assignee_id = s.id
  where s.suspended_at is null and (s.id in (select staff_id from serving) or h.assignee_id is not null)
    and ($6::bigint is null or h.assignee_id is not null
      or exists (select from team_member m where m.staff_id = s.id and m.team_id = $6))
  order by s.name, s.id`

async function readAgents(platform: Platform, values: unknown[]): Promise<FloorAgent[]> {
  const found = await platform.pool.query<AgentRecord>({
    name: 'floor_agents',
    text: agentsSql,
    values,
    types: wireTypes,
  })
  return found.rows.map((record) => ({
    staffId: record.id,
    name: record.name,
    teamIds: record.team_ids,
    state: record.state,
    since: record.since,
    until: record.until_at,
    breakName: record.break_name,
    capacity: record.capacity,
    used: record.used,
    inService: record.in_service,
    waitingCustomer: record.waiting_customer,
    waitingInside: record.waiting_inside,
    unansweredSince: record.unanswered_since,
    unansweredId: record.unanswered_id,
  }))
}

interface RiskRecord {
  clocks_warned: number
  clocks_overdue: number
  promises_at_risk: number
  promises_overdue: number
  conversation_id: number | null
  customer_name: string | null
  shop_id: number
  staff_id: number | null
  staff_name: string | null
  kind: FloorRisk['kind']
  promise_id: number | null
  what: string
  warn_at: string | null
  due_at: string
}

/** Values beyond: now 7, until when a promise counts as at risk 8. */
const risksSql = `
  with running as materialized (
    select c.id, c.customer_id, c.shop_id, c.assignee_id, c.due_kind as kind, c.warn_at, c.due_at
    from conversation c
    where c.due_at is not null and ${open} and coalesce(least(c.warn_at, c.due_at), c.due_at) <= $7::timestamptz
      and ${here}
  ), promised as materialized (
    select p.id as promise_id, p.what, c.id, p.customer_id, c.shop_id, p.staff_id, p.due_at
    from promise p join conversation c on c.id = p.conversation_id
    where p.settled_at is null and p.due_at <= $8::timestamptz and ${here}
  ), nearest as (
    (select id, customer_id, shop_id, assignee_id, kind, null::bigint as promise_id, '' as what, warn_at, due_at
      from running order by due_at, id limit 40)
    union all
    (select id, customer_id, shop_id, staff_id, 'promise', promise_id, what, null, due_at
      from promised order by due_at, promise_id limit 40)
    order by due_at, id limit 40
  )
  select n.*, r.id as conversation_id, r.customer_id, r.shop_id, r.assignee_id as staff_id, r.kind, r.promise_id,
    r.what, r.warn_at, r.due_at, u.name as customer_name, s.name as staff_name
  from (
    select (select count(*)::int from running where due_at > $7) as clocks_warned,
      (select count(*)::int from running where due_at <= $7) as clocks_overdue,
      (select count(*)::int from promised where due_at > $7) as promises_at_risk,
      (select count(*)::int from promised where due_at <= $7) as promises_overdue
  ) n
  left join nearest r on true
  left join customer u on u.id = r.customer_id
  left join staff s on s.id = r.assignee_id
  order by r.due_at, r.id`

async function readRisks(platform: Platform, values: unknown[], now: Date) {
  const until = new Date(now.getTime() + promiseAtRiskMinutes * 60_000)
  const found = await platform.pool.query<RiskRecord>({
    name: 'floor_risks',
    text: risksSql,
    values: [...values, now, until],
    types: wireTypes,
  })
  const first = found.rows[0]
  return {
    risks: found.rows.flatMap((record): FloorRisk[] =>
      record.conversation_id === null
        ? []
        : [
            {
              conversationId: record.conversation_id,
              customerName: record.customer_name,
              shopId: record.shop_id,
              staffId: record.staff_id,
              staffName: record.staff_name,
              kind: record.kind,
              promiseId: record.promise_id,
              what: record.what,
              warnAt: record.warn_at,
              dueAt: record.due_at,
            },
          ],
    ),
    counts: {
      clocksWarned: first?.clocks_warned ?? 0,
      clocksOverdue: first?.clocks_overdue ?? 0,
      promisesAtRisk: first?.promises_at_risk ?? 0,
      promisesOverdue: first?.promises_overdue ?? 0,
    },
  }
}
