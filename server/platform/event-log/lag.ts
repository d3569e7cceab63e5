import type { Platform } from '../work.ts'

export interface LogState {
  /** Age of the oldest transaction that is still open, in seconds: readers wait for it. */
  readonly horizonSeconds: number
  /** For each reader: events not yet read, counted to 10,000 at most. */
  readonly lag: Readonly<Record<string, number>>
}

/** How far each reader is behind, and how old the horizon is. */
export async function logState(platform: Platform): Promise<LogState> {
  const readers = await platform.pool.query<{ name: string; lag: number }>(`
    select r.name, (
      select count(*) from (
        select 1 from event e where (e.epoch, e.xact, e.id) > (r.epoch, r.xact, r.event_id) limit 10000
      ) behind
    )::int as lag
    from log_reader r`)
  const horizon = await platform.pool.query<{ seconds: number | null }>(`
    select extract(epoch from max(clock_timestamp() - xact_start))::float8 as seconds
    from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()`)
  return {
    horizonSeconds: horizon.rows[0]?.seconds ?? 0,
    lag: Object.fromEntries(readers.rows.map((row) => [row.name, row.lag])),
  }
}
