import type { Spread } from '../../domain/metric/spread.ts'

/** No day of any time zone is longer: what began today began since then. In milliseconds. */
export const longestDayMs = 26 * 3_600_000

/**
 * The rounds of `domain/metric/rounds.ts` in SQL: the parts `line`, `turn` and `round` of a `with`, after a part
 * `talk (id, shop_id, day_start)`. `round` has only those asked since `day_start`; a test holds the two together.
 */
export const roundsSql = `
line as materialized (
  select t.id, t.shop_id, t.day_start, m.seq, m.author_kind, m.author_id, m.created_at
  from talk t
  cross join lateral (
    select m.seq, m.author_kind, m.author_id, m.created_at from message m
    where m.conversation_id = t.id and m.kind = 'message' and m.author_kind <> 'system'
      and m.recalled_at is null
    offset 0
  ) m
), turn as (
  select l.*, lead(l.created_at) over thread as answered_at, lead(l.author_id) over thread as answered_by
  from (
    select l.*, lag(l.author_kind) over (partition by l.id order by l.seq) as before from line l
  ) l
  where l.author_kind is distinct from l.before
  window thread as (partition by l.id order by l.seq)
), round as materialized (
  select r.id, r.shop_id, r.first, r.created_at as asked_at, r.answered_at, r.answered_by,
    greatest(0, extract(epoch from r.answered_at - r.created_at) * 1000)::float8 as ms
  from (
    select t.*, row_number() over (partition by t.id order by t.seq) = 1 as first
    from turn t where t.author_kind = 'customer'
  ) r
  where r.created_at >= r.day_start
)`

/** Columns `<name>_count`, `_mean` and `_points` (median, 90th percentile) over the rounds that meet a condition. */
export function spreadSql(name: string, where: string): string {
  const only = `filter (where ${where} and r.answered_at is not null)`
  return `count(*) ${only}::int as ${name}_count, avg(r.ms) ${only} as ${name}_mean,
    percentile_cont(array[0.5, 0.9]) within group (order by r.ms) ${only} as ${name}_points`
}

/** The spread as it crosses the wire. */
export function spreadFrom(count: number, mean: number | null, points: number[] | null): Spread | null {
  if (mean === null || !points) return null
  return { count, mean, median: points[0] ?? 0, p90: points[1] ?? 0 }
}

/** True for a round whose three minutes are kept; `now` is the number of the value. */
export const keptSql = `r.answered_at is not null and r.ms <= 180000`

/** True for a round whose three minutes are kept or broken; `now` is the number of the value. */
export function countedSql(now: number): string {
  return `(r.answered_at is not null or $${now}::timestamptz - r.asked_at > interval '180 s')`
}
