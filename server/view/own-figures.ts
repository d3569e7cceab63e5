import type { z } from 'zod'
import type { dayEndpoints } from '../../domain/day/endpoints.ts'
import type { Platform } from '../platform/work.ts'
import { countedSql, keptSql, longestDayMs, roundsSql, spreadFrom, spreadSql } from './rounds.ts'

type Figures = z.output<(typeof dayEndpoints.getMyDay)['output']>['figures']

const mine = `r.answered_by = $1`

/**
 * The rules are those of `ownFigures` in `domain/metric/figures.ts`. Talks that can matter: those the person wrote
 * in today, has, or had until today.
 * Values: staff 1, now 2, the earliest beginning of any zone's day 3.
 */
const text = `
with near as (
  select m.conversation_id as id from message m
  where m.author_id = $1 and m.author_kind = 'staff' and m.kind = 'message' and m.created_at >= $3
  union
  select c.id from conversation c where c.assignee_id = $1 and c.state not in ('resolved', 'ended')
  union
  select a.conversation_id from assignment a where a.staff_id = $1 and a.ended_at >= $3
), talk as materialized (
  select c.id, c.shop_id, date_trunc('day', $2::timestamptz, s.time_zone) as day_start
  from near join conversation c on c.id = near.id join shop s on s.id = c.shop_id where not c.spam
), ${roundsSql}, asked as (
  select ${spreadSql('first', `r.first and ${mine}`)}, ${spreadSql('every', mine)},
    count(*) filter (where ${mine} and ${keptSql})::int as kept,
    count(*) filter (where ${countedSql(2)} and (${mine} or r.answered_at is null and exists (
      select from assignment a where a.conversation_id = r.id and a.staff_id = $1
        and a.decided_at <= r.asked_at + interval '180 s'
        and (a.ended_at is null or a.ended_at > r.asked_at + interval '180 s'))))::int as counted
  from round r
)
select asked.*, (
    select count(distinct m.conversation_id)::int from message m join talk t on t.id = m.conversation_id
    where m.author_id = $1 and m.author_kind = 'staff' and m.kind = 'message' and m.recalled_at is null
      and m.created_at >= $3 and m.created_at >= t.day_start
  ) as served, rated.*
from asked, (
  select count(*)::int as invited, count(r.rated_at)::int as rated,
    count(*) filter (where r.score >= 4)::int as satisfied
  from rating r join conversation c on c.id = r.conversation_id join shop s on s.id = c.shop_id
  where r.credited_staff_id = $1 and r.invited_at >= $3 and not c.spam
    and r.invited_at >= date_trunc('day', $2::timestamptz, s.time_zone)
) rated`

interface OwnRecord {
  served: number
  first_count: number
  first_mean: number | null
  first_points: number[] | null
  every_count: number
  every_mean: number | null
  every_points: number[] | null
  kept: number
  counted: number
  invited: number
  rated: number
  satisfied: number
}

/** One person's figures of today, in one round trip. */
export async function readOwnFigures(platform: Platform, staffId: number, now: Date): Promise<Figures> {
  const found = await platform.pool.query<OwnRecord>({
    name: 'own_figures',
    text,
    values: [staffId, now, new Date(now.getTime() - longestDayMs)],
  })
  const record = found.rows[0]
  if (!record) throw new Error('an aggregate without a row')
  return {
    served: record.served,
    firstResponse: spreadFrom(record.first_count, record.first_mean, record.first_points),
    averageResponse: spreadFrom(record.every_count, record.every_mean, record.every_points),
    threeMinutes: { kept: record.kept, of: record.counted },
    rating: { asked: record.invited, answered: record.rated, satisfied: record.satisfied },
  }
}
