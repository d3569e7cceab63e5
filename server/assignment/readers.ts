import { sql } from 'kysely'
import type pg from 'pg'
import type { LoggedEvent } from '../../domain/event.ts'
import { type Loop, startLoop } from '../platform/event-log/loop.ts'
import { comparePositions, type Position } from '../platform/event-log/position.ts'
import { positionOf, readEvents } from '../platform/event-log/read.ts'
import { cursorOf, moveCursor } from '../platform/event-log/reader.ts'
import { type Platform, system, transact } from '../platform/work.ts'
import { concernsAssignment, follow, mayQueue } from './actions/follow.ts'
import { hastenHopeless, refreshStale, relaxDue, sweptAtOnce } from './actions/ladder.ts'
import { planOnce } from './actions/planning.ts'
import { returnSilent } from './actions/return.ts'
import { returnExpired } from './actions/settle-transfers.ts'

const name = 'assignment'
const batch = 500
/** Between two looks, in milliseconds: a customer waits for what is decided here. */
const leastPauseMs = 5
/** A place that only passed by events of others is kept this often, in milliseconds. */
const storeEveryMs = 100
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
      await planner.resign()
    },
  }
}

/** One process's turn at planning. */
class Planner {
  readonly #platform: Platform
  #lock: pg.PoolClient | null = null
  #askedAt = Number.NEGATIVE_INFINITY
  #sweptAt = Number.NEGATIVE_INFINITY
  /** Runs beside the planning, because what is due by the clock can wait longer than a customer. */
  #sweeping: Promise<void> | null = null
  /** Something has changed that no event of the log tells. */
  #look = false
  /** How far this process has read, and how far the cursor in the database is: moved only when something is done. */
  #at: Position | null = null
  #stored: Position | null = null
  #storedAt = Number.NEGATIVE_INFINITY

  constructor(platform: Platform) {
    this.#platform = platform
  }

  /** Answers whether there is more to do at once. */
  async step(): Promise<boolean> {
    if (!(await this.#lead())) return false
    this.#sweepAtItsTime()
    const look = this.#look
    this.#look = false
    const events = await this.#read()
    const concerning = events.filter(concernsAssignment)
    const last = events.at(-1)
    if (concerning.length === 0 && !look) {
      await this.#pass(last)
      return events.length === batch
    }
    // Who finishes has room at once; who comes must be sorted into the queue first.
    const [planned] = await Promise.all([
      planOnce(this.#platform),
      last && this.#follow(concerning, positionOf(last)),
    ])
    const more = concerning.some(mayQueue) ? await planOnce(this.#platform) : 0
    this.#look ||= planned + more > 0
    return this.#look || events.length === batch
  }

  async resign(): Promise<void> {
    await this.#sweeping
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
    const lost = () => {
      if (this.#lock !== client) return
      this.#lock = null
      this.#at = null
      client.release(true)
    }
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

  async #read(): Promise<readonly LoggedEvent[]> {
    if (!this.#at) this.#at = this.#stored = await cursorOf(this.#platform, name)
    return readEvents(this.#platform, this.#at, batch)
  }

  /** Nothing up to here concerns us: the place moves on, in the database a few times a second. */
  async #pass(last: LoggedEvent | undefined): Promise<void> {
    if (last) this.#at = positionOf(last)
    if (!this.#at || !this.#stored || comparePositions(this.#at, this.#stored) <= 0) return
    if (performance.now() - this.#storedAt >= storeEveryMs) await this.#follow([], this.#at)
  }

  /** Does what follows from the events and moves the cursor behind them; nothing when another process has. */
  async #follow(concerning: readonly LoggedEvent[], to: Position): Promise<void> {
    const from = this.#stored ?? to
    this.#storedAt = performance.now()
    const moved = await transact(this.#platform, system, async (work) => {
      // Cursor and effect are lost together in a crash, and read again: nobody need wait for the disk.
      await sql`set local synchronous_commit = off`.execute(work.tx)
      if (!(await moveCursor(work, name, from, to))) return false
      await follow(work, concerning)
      return true
    })
    this.#at = moved ? to : null
    this.#stored = to
  }

  #sweepAtItsTime(): void {
    if (this.#sweeping || performance.now() - this.#sweptAt < tickMs) return
    this.#sweptAt = performance.now()
    this.#sweeping = sweep(this.#platform)
      .then((more) => {
        if (more) this.#sweptAt = Number.NEGATIVE_INFINITY
      })
      .catch((error: unknown) => {
        this.#platform.log.error({ err: error, reader: name }, 'a sweep of assignment failed; it runs again')
      })
      .finally(() => {
        this.#sweeping = null
        this.#look = true
      })
  }
}

/**
 * What falls due by the clock: the ladder, silence, transfers, entries that are out of date. Answers whether there
 * is more of it at once.
 */
async function sweep(platform: Platform): Promise<boolean> {
  const refreshed = await refreshStale(platform)
  await returnSilent(platform)
  await returnExpired(platform)
  await hastenHopeless(platform)
  const relaxed = await relaxDue(platform)
  return refreshed === sweptAtOnce || relaxed === sweptAtOnce
}
