import type { z } from 'zod'
import type { floorEndpoints } from '../../domain/floor/endpoints.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { wireTypes } from '../platform/postgres/column-types.ts'
import type { Platform } from '../platform/work.ts'
import { placeSql, placeValues } from './reach.ts'
import { countedSql, keptSql, longestDayMs, roundsSql, spreadFrom, spreadSql } from './rounds.ts'

type Query = z.output<(typeof floorEndpoints.getFloorToday)['query']>
type Output = z.output<(typeof floorEndpoints.getFloorToday)['output']>
type Figures = Output['total']

const columns = `id, brand_id, shop_id, team_id, spam, started_at, active_at`

/**
 * The rules are those of `domain/metric/figures.ts`. What began today was active today, so that the talks of the
 * day are found by the two indexes of activity.
 * Values: place 1-4, now 5, the earliest beginning of any zone's day 6, shop 7, team 8.
 */
const text = `
with day as materialized (
  select s.id, date_trunc('day', $5::timestamptz, s.time_zone) as day_start from shop s
  where $7::bigint is null or s.id = $7
), talk as materialized (
  select c.id, c.shop_id, c.started_at, d.day_start
  from (
    select ${columns} from conversation where state not in ('resolved', 'ended') and active_at >= $6
    union all
    select ${columns} from conversation where state in ('resolved', 'ended') and active_at >= $6
  ) c
  join day d on d.id = c.shop_id
  where not c.spam and c.active_at >= date_trunc('minute', d.day_start) and ${placeSql(1)}
    and ($8::bigint is null or c.team_id = $8)
), ${roundsSql}, came as (
  select t.shop_id, count(*) filter (where t.started_at >= t.day_start)::int as inbound
  from talk t group by grouping sets ((), (t.shop_id))
), asked as (
  select r.shop_id, count(*) filter (where r.first)::int as first_asked,
    ${spreadSql('first', 'r.first')},
    count(*) filter (where ${keptSql})::int as kept, count(*) filter (where ${countedSql(5)})::int as counted
  from round r group by grouping sets ((), (r.shop_id))
), rated as (
  select c.shop_id, count(*)::int as invited, count(r.rated_at)::int as rated,
    count(*) filter (where r.score >= 4)::int as satisfied
  from rating r join conversation c on c.id = r.conversation_id join day d on d.id = c.shop_id
  where r.invited_at >= $6 and r.invited_at >= d.day_start and not c.spam and ${placeSql(1)}
    and ($8::bigint is null or c.team_id = $8)
  group by grouping sets ((), (c.shop_id))
), broken as (
  select c.shop_id, count(*)::int as breached
  from clock k join conversation c on c.id = k.conversation_id join day d on d.id = c.shop_id
  where k.breached_at >= $6 and k.breached_at >= d.day_start and not c.spam and ${placeSql(1)}
    and ($8::bigint is null or c.team_id = $8)
  group by grouping sets ((), (c.shop_id))
)
select shop_id, d.day_start, coalesce(inbound, 0) as inbound, coalesce(first_asked, 0) as first_asked,
  coalesce(first_count, 0) as first_count, first_mean, first_points, coalesce(kept, 0) as kept,
  coalesce(counted, 0) as counted, coalesce(invited, 0) as invited, coalesce(rated, 0) as rated,
  coalesce(satisfied, 0) as satisfied, coalesce(breached, 0) as breached
from (select coalesce(shop_id, 0) as shop_id, inbound from came) came
full join (select coalesce(shop_id, 0) as shop_id, first_asked, first_count, first_mean, first_points, kept,
  counted from asked) asked using (shop_id)
full join (select coalesce(shop_id, 0) as shop_id, invited, rated, satisfied from rated) rated using (shop_id)
full join (select coalesce(shop_id, 0) as shop_id, breached from broken) broken using (shop_id)
left join day d on d.id = shop_id
order by shop_id`

interface FigureRecord {
  /** 0 for the total. */
  shop_id: number
  day_start: string | null
  inbound: number
  first_asked: number
  first_count: number
  first_mean: number | null
  first_points: number[] | null
  kept: number
  counted: number
  invited: number
  rated: number
  satisfied: number
  breached: number
}

/** Today's first figures of the shops in reach, in one round trip. */
export async function readFloorToday(platform: Platform, viewer: Viewer, query: Query): Promise<Output> {
  const now = platform.now()
  const found = await platform.pool.query<FigureRecord>({
    name: 'floor_today',
    text,
    values: [
      ...placeValues(viewer, 'floor.read'),
      now,
      new Date(now.getTime() - longestDayMs),
      query.shopId ?? null,
      query.teamId ?? null,
    ],
    types: wireTypes,
  })
  const total = found.rows.find((record) => record.shop_id === 0)
  return {
    total: total ? figuresOf(total) : nothing,
    shops: found.rows.flatMap((record) =>
      record.day_start ? [{ ...figuresOf(record), shopId: record.shop_id, dayStart: record.day_start }] : [],
    ),
  }
}

function figuresOf(record: FigureRecord): Figures {
  return {
    inbound: record.inbound,
    answered: { kept: record.first_count, of: record.first_asked },
    firstResponse: spreadFrom(record.first_count, record.first_mean, record.first_points),
    threeMinutes: { kept: record.kept, of: record.counted },
    rating: { asked: record.invited, answered: record.rated, satisfied: record.satisfied },
    breached: record.breached,
  }
}

const none = { kept: 0, of: 0 }
const nothing: Figures = {
  inbound: 0,
  answered: none,
  firstResponse: null,
  threeMinutes: none,
  rating: { asked: 0, answered: 0, satisfied: 0 },
  breached: 0,
}
