import type { LoggedEvent } from '../../../domain/event.ts'
import type { Platform } from '../work.ts'
import { type Loop, startLoop } from './loop.ts'
import type { Position } from './position.ts'
import { positionOf, readEvents, readHead } from './read.ts'

export interface Tail extends Loop {
  /** The place up to which this process has told its sockets. */
  position(): Position
}

/** Between two looks at the log, in milliseconds: sockets should hear of a message at once. */
const leastPauseMs = 10

/**
 * Follows the log from now on, for what lives in this process only (sockets, caches): no cursor is kept.
 * `tell` gets each batch in order, before the next is read.
 */
export async function startTail(
  platform: Platform,
  tell: (events: LoggedEvent[]) => Promise<void>,
): Promise<Tail> {
  let at = await readHead(platform.kysely)
  const loop = startLoop(platform, 'live', leastPauseMs, async () => {
    const events = await readEvents(platform, at, 1000)
    const last = events.at(-1)
    if (!last) return false
    await tell(events)
    at = positionOf(last)
    return events.length === 1000
  })
  return { ...loop, position: () => at }
}
