import { sql } from 'kysely'
import type { LoggedEvent } from '../../../domain/event.ts'
import { type Platform, system, transact, type Work } from '../work.ts'
import { type Loop, startLoop } from './loop.ts'
import { comparePositions, type Position } from './position.ts'
import { positionOf, readEvents } from './read.ts'

/**
 * Follows the log with a cursor of its own, in the database: exactly once per event for what it writes.
 * `prepare` runs outside any transaction (long work belongs there); `apply` runs in the short transaction that
 * moves the cursor. Two processes may prepare the same events; only one applies them.
 */
export interface Reader<P> {
  readonly name: string
  prepare(events: readonly LoggedEvent[], platform: Platform): Promise<P>
  apply(work: Work, prepared: P): Promise<void>
}

const batch = 500
/** Between two batches, in milliseconds: what readers with a cursor do is not for somebody who looks on. */
const leastPauseMs = 200

/** Starts the reader in this process. A new reader begins at the start of the log. */
export function startReader<P>(platform: Platform, reader: Reader<P>): Loop {
  return startLoop(platform, reader.name, leastPauseMs, () => readOnce(platform, reader))
}

/** One batch. Answers whether there may be more. */
export async function readOnce<P>(platform: Platform, reader: Reader<P>): Promise<boolean> {
  const from = await cursorOf(platform, reader.name)
  const events = await readEvents(platform, from, batch)
  const last = events.at(-1)
  if (!last) return false
  const prepared = await reader.prepare(events, platform)
  await transact(platform, system, async (work) => {
    // Cursor and effect are lost together in a crash, and read again: nobody need wait for the disk.
    await sql`set local synchronous_commit = off`.execute(work.tx)
    if (!(await moveCursor(work, reader.name, from, positionOf(last)))) return
    await reader.apply(work, prepared)
  })
  return events.length === batch
}

/** How far a reader has come; a new one begins at the start of the log. */
export async function cursorOf(platform: Platform, name: string): Promise<Position> {
  const row = await platform.kysely
    .selectFrom('log_reader')
    .select(['epoch', 'xact', 'event_id'])
    .where('name', '=', name)
    .executeTakeFirst()
  if (row) return { epoch: row.epoch, xact: row.xact, eventId: row.event_id }
  await platform.kysely
    .insertInto('log_reader')
    .values({ name, epoch: 0, xact: 0, event_id: 0 })
    .onConflict((on) => on.doNothing())
    .execute()
  return { epoch: 0, xact: 0, eventId: 0 }
}

/** Moves only from where the events were read: when another process was faster, nothing is applied. */
export async function moveCursor(work: Work, name: string, from: Position, to: Position): Promise<boolean> {
  if (comparePositions(to, from) <= 0) return false
  const moved = await work.tx
    .updateTable('log_reader')
    .set({ epoch: to.epoch, xact: to.xact, event_id: to.eventId, moved_at: work.now })
    .where('name', '=', name)
    .where('epoch', '=', from.epoch)
    .where('xact', '=', from.xact)
    .where('event_id', '=', from.eventId)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}
