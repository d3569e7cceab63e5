import type pg from 'pg'
import type { LoggedEvent } from '../../domain/event.ts'
import { type Loop, startLoop } from '../platform/event-log/loop.ts'
import type { Position } from '../platform/event-log/position.ts'
import { positionOf, readEvents } from '../platform/event-log/read.ts'
import { cursorOf, moveCursor } from '../platform/event-log/reader.ts'
import { type Platform, system, transact } from '../platform/work.ts'
import { concernsAssignment, follow } from './actions/follow.ts'
import { hastenHopeless, refreshStale, relaxDue, sweptAtOnce } from './actions/ladder.ts'
import { planOnce } from './actions/planning.ts'
import { returnSilent } from './actions/return.ts'
import { returnExpired } from './actions/settle-transfers.ts'

const name = 'assignment'
const batch = 500
/** Between two looks, in milliseconds: a customer waits for what is decided here. */
const leastPauseMs = 5
/** How often the clock alone can change something, in milliseconds. */
const tickMs = 1_000

/**
 * Follows the log and gives what waits to those who have room, in one process at a time: the one that holds the
 * advisory lock. Another takes over when that one stops or dies.
 */
export function startAssignment(platform: Platform): Loop {
  const planner = new Planner(platform)
  const loop = startLoop(platform, name, leastPauseMs, () => planner.step())
  return {
    stop: async () => {
      await loop.stop()
      planner.resign()
    },
  }
}

/** One process's turn at planning. */
class Planner {
  readonly #platform: Platform
  #lock: pg.PoolClient | null = null
  #askedAt = Number.NEGATIVE_INFINITY
  #tickedAt = Number.NEGATIVE_INFINITY
  /** Something was given in the last step, so that more may be given in the next. */
  #again = false
  /** How far this process has read; the cursor in the database is moved only when something was done. */
  #at: Position | null = null

  constructor(platform: Platform) {
    this.#platform = platform
  }

  /** Answers whether there is more to do at once. */
  async step(): Promise<boolean> {
    if (!(await this.#lead())) return false
    const events = await this.#read()
    const ticks = performance.now() - this.#tickedAt >= tickMs
    if (ticks) this.#tickedAt = (await sweep(this.#platform)) ? Number.NEGATIVE_INFINITY : performance.now()
    const planned =
      ticks || this.#again || events.some(concernsAssignment) ? await planOnce(this.#platform) : 0
    this.#again = planned > 0
    return planned > 0 || events.length === batch || this.#tickedAt === Number.NEGATIVE_INFINITY
  }

  resign(): void {
    this.#lock?.release(true)
    this.#lock = null
    this.#at = null
  }

  /** Whether this process is the one that plans; asks at most once a second. */
  async #lead(): Promise<boolean> {
    if (this.#lock) return true
    if (performance.now() - this.#askedAt < tickMs) return false
    this.#askedAt = performance.now()
    const client = await this.#platform.pool.connect()
    const lost = () => this.resign()
    client.once('error', lost)
    const found = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('assignment.planner')) as held`,
    )
    if (found.rows[0]?.held) {
      this.#lock = client
      return true
    }
    client.off('error', lost)
    client.release()
    return false
  }

  /** The next events, with what follows from them done and the cursor behind them. */
  async #read(): Promise<readonly LoggedEvent[]> {
    const platform = this.#platform
    const from = this.#at ?? (await cursorOf(platform, name))
    const events = await readEvents(platform, from, batch)
    const last = events.at(-1)
    if (!last) {
      this.#at = from
      return events
    }
    const to = positionOf(last)
    const concerning = events.filter(concernsAssignment)
    if (concerning.length > 0 || events.length === batch) {
      const stored = await cursorOf(platform, name)
      await transact(platform, system, async (work) => {
        if (await moveCursor(work, name, stored, to)) await follow(work, concerning)
      })
    }
    this.#at = to
    return events
  }
}

/**
 * What falls due by the clock: the ladder, silence, transfers, entries that are out of date. Answers whether there
 * is more of it at once; what waits is given away in between.
 */
async function sweep(platform: Platform): Promise<boolean> {
  const refreshed = await refreshStale(platform)
  await returnSilent(platform)
  await returnExpired(platform)
  await hastenHopeless(platform)
  const relaxed = await relaxDue(platform)
  return refreshed === sweptAtOnce || relaxed === sweptAtOnce
}
