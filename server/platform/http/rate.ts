import { sql } from 'kysely'
import { refuse } from '../../../domain/errors.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../work.ts'

/**
 * Takes one of `limit` from a window that all processes share. The key says what is counted and for whom,
 * without names or addresses of people: hash them. Refuses `too_many_requests` with `retryAfterSeconds` when
 * the window is used up. Call it outside a transaction that a refusal would roll back.
 */
export async function takeFromWindow(
  tx: Tx,
  key: string,
  limit: number,
  windowSeconds: number,
  now: Date,
): Promise<void> {
  const startsAt = windowStart(windowSeconds, now)
  const taken = await sql`
    insert into rate_window as w (key, starts_at, used) values (${key}, ${startsAt}, 1)
    on conflict (key, starts_at) do update set used = w.used + 1 where w.used < ${limit}
    returning used`.execute(tx)
  if (taken.rows.length === 0) throw usedUp(startsAt, windowSeconds, now)
}

/** Refuses like `takeFromWindow` when the window is used up, and takes nothing. */
export async function requireRoom(
  tx: Tx,
  key: string,
  limit: number,
  windowSeconds: number,
  now: Date,
): Promise<void> {
  const startsAt = windowStart(windowSeconds, now)
  const full = await sql`
    select from rate_window where key = ${key} and starts_at = ${startsAt} and used >= ${limit}`.execute(tx)
  if (full.rows.length > 0) throw usedUp(startsAt, windowSeconds, now)
}

/** Gives one back: where only failures count, the attempt is taken first and given back when it succeeds. */
export async function giveBackToWindow(tx: Tx, key: string, windowSeconds: number, now: Date): Promise<void> {
  await sql`
    update rate_window set used = greatest(used - 1, 0)
    where key = ${key} and starts_at = ${windowStart(windowSeconds, now)}`.execute(tx)
}

function usedUp(startsAt: Date, windowSeconds: number, now: Date): Refusal {
  const ends = startsAt.getTime() + windowSeconds * 1000
  return refuse('too_many_requests', { retryAfterSeconds: Math.ceil((ends - now.getTime()) / 1000) })
}

function windowStart(seconds: number, now: Date): Date {
  const length = seconds * 1000
  return new Date(Math.floor(now.getTime() / length) * length)
}
