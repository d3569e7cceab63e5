import { sql } from 'kysely'
import type { QueryResult } from 'pg'
import type { ActorKind, LoggedEvent } from '../../../domain/event.ts'
import type { Platform, Tx } from '../work.ts'
import type { Position } from './position.ts'
import { RecentEvents } from './recent.ts'

interface Row {
  epoch: number
  xact: number
  id: number
  name: string
  v: number
  brand_id: number | null
  actor_kind: ActorKind
  actor_id: number | null
  data: Record<string, unknown>
  audience: string[]
  happened_at: Date
  recorded_at: Date
}

/**
 * Only events below the oldest transaction still open are read: a later look could otherwise find an event
 * before the place already reached. The horizon binds the current epoch only; earlier ones are complete.
 */
const select = `
  select e.epoch, e.xact, e.id, e.name, e.v, e.brand_id, e.actor_kind, e.actor_id, e.data, e.audience,
    e.happened_at, e.recorded_at
  from event e
  where (e.epoch, e.xact, e.id) > ($1::bigint, $2::bigint, $3::bigint)
    and (e.epoch < (select epoch from log_epoch)
      or e.xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)`

const recent = new WeakMap<Platform, RecentEvents>()

/** The next events after a place, oldest first, `limit` at most. What a reader of this process has read just now is not read again. */
export async function readEvents(platform: Platform, after: Position, limit: number): Promise<LoggedEvent[]> {
  let known = recent.get(platform)
  if (!known) {
    known = new RecentEvents((place, most) => readTable(platform, place, most))
    recent.set(platform, known)
  }
  return known.after(after, limit)
}

/** The same for a place that a client names: it neither uses nor moves what is remembered. */
export async function readTable(platform: Platform, after: Position, limit: number): Promise<LoggedEvent[]> {
  const result: QueryResult<Row> = await platform.pool.query({
    name: 'log_read',
    text: `${select} order by e.epoch, e.xact, e.id limit $4`,
    values: [after.epoch, after.xact, after.eventId, limit],
  })
  return result.rows.map(eventOf)
}

/** The events of the last `seconds` before a place and at it, `limit` at most; in no order. */
export async function readEventsUpTo(
  platform: Platform,
  place: Position,
  seconds: number,
  limit: number,
): Promise<LoggedEvent[]> {
  const result: QueryResult<Row> = await platform.pool.query({
    name: 'log_read_up_to',
    text: `
      with late as (
        select * from event where (epoch, xact, id) <= ($1::bigint, $2::bigint, $3::bigint)
        order by epoch desc, xact desc, id desc limit $4)
      select * from late
      where recorded_at > (select max(recorded_at) from late) - make_interval(secs => $5::float8)`,
    values: [place.epoch, place.xact, place.eventId, limit, seconds],
  })
  return result.rows.map(eventOf)
}

/** The place up to which everything is readable now: all events before it are complete. */
export async function readHead(tx: Tx): Promise<Position> {
  const result = await sql<{ epoch: number; xmin: number }>`
    select epoch, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin from log_epoch`.execute(tx)
  const row = result.rows[0]
  if (!row) throw new Error('log_epoch is empty')
  return { epoch: row.epoch, xact: row.xmin, eventId: 0 }
}

/** SQL that answers, as text, from where a client that has read this snapshot resumes. */
export const positionSql = `(select epoch || '.' || pg_snapshot_xmin(pg_current_snapshot()) || '.0' from log_epoch)`

/**
 * The same as a query of its own, on the work's connection: inside a transaction never ask the pool, because
 * as many transactions as it has connections would wait for each other for ever.
 */
export async function readPosition(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string }>`select ${sql.raw(positionSql)} as at`.execute(tx)
  return rows[0]?.at ?? '0.0.0'
}

function eventOf(row: Row): LoggedEvent {
  return {
    epoch: row.epoch,
    transaction: row.xact,
    id: row.id,
    name: row.name,
    v: row.v,
    brandId: row.brand_id,
    actor: { kind: row.actor_kind, id: row.actor_id },
    data: row.data,
    audience: row.audience,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
  }
}

export function positionOf(event: LoggedEvent): Position {
  return { epoch: event.epoch, xact: event.transaction, eventId: event.id }
}
