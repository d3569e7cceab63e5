import type { Spread } from '../../domain/metric/spread.ts'

/** No day of any time zone is longer: what began today began since then. In milliseconds. */
export const longestDayMs = 26 * 3_600_000

/**
 * The rounds of `domain/metric/rounds.ts` in SQL: a part `round` of a `with`, after a part
 * `talk (id, shop_id, day_start)`, with those asked since `day_start`; a test holds the two together. Each talk is
 * read by the index of its lines, in their order, so that nothing is sorted.
 */
export const roundsSql = `
round as materialized (
  select t.id, t.shop_id, r.first, r.created_at as asked_at, r.answered_at, r.answered_by,
    greatest(0, extract(epoch from r.answered_at - r.created_at) * 1000)::float8 as ms
  from talk t
  cross join lateral (
    select turn.author_kind, turn.created_at, lead(turn.created_at) over thread as answered_at,
      lead(turn.author_id) over thread as answered_by,
      count(*) filter (where turn.author_kind = 'customer') over thread = 1 as first
    from (
      select m.seq, m.author_kind, m.author_id, m.created_at, lag(m.author_kind) over (order by m.seq) as before
      from message m
      where m.conversation_id = t.id and m.kind = 'message' and m.author_kind <> 'system'
        and m.recalled_at is null
    ) turn
    where turn.author_kind is distinct from turn.before
    window thread as (order by turn.seq)
  ) r
  where r.author_kind = 'customer' and r.created_at >= t.day_start
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
