import type { LoggedEvent } from '../../../domain/event.ts'
import { comparePositions, type Position } from './position.ts'

/** Most events kept in memory, whatever their number of readers. */
const mostKept = 2_000

/**
 * The newest events of the log that this process has read, without a gap: its readers follow each other closely,
 * and the first one's look serves the rest. `read` looks into the table, from a place on, oldest first.
 */
export class RecentEvents {
  readonly #read: (after: Position, limit: number) => Promise<LoggedEvent[]>
  /** Everything after this place, up to the last event kept, is here. */
  #from: Position | null = null
  #kept: LoggedEvent[] = []
  #under: { after: Position; events: Promise<LoggedEvent[]> } | null = null

  constructor(read: (after: Position, limit: number) => Promise<LoggedEvent[]>) {
    this.#read = read
  }

  /** The next events after a place, `limit` at most. */
  async after(place: Position, limit: number): Promise<LoggedEvent[]> {
    const kept = this.#keptAfter(place, limit)
    if (kept) return kept
    const under = this.#under
    if (under && comparePositions(under.after, place) === 0) {
      await under.events
      return this.#keptAfter(place, limit) ?? []
    }
    const end = this.#end()
    const goesOn = !under && (end === null || comparePositions(place, end) >= 0)
    if (!goesOn) return this.#read(place, limit)
    const events = this.#read(place, limit)
    this.#under = { after: place, events }
    try {
      this.#keep(place, await events)
    } finally {
      this.#under = null
    }
    return events
  }

  /** Events in memory after the place; null where memory does not reach. */
  #keptAfter(place: Position, limit: number): LoggedEvent[] | null {
    const end = this.#end()
    if (!this.#from || !end || comparePositions(place, this.#from) < 0 || comparePositions(place, end) >= 0) {
      return null
    }
    let low = 0
    let high = this.#kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const event = this.#kept[middle]
      if (event && comparePositions(placeOf(event), place) <= 0) low = middle + 1
      else high = middle
    }
    return this.#kept.slice(low, low + limit)
  }

  /** A look that began behind the end leaves a gap: then memory begins there anew. */
  #keep(place: Position, events: readonly LoggedEvent[]): void {
    if (events.length === 0) return
    const end = this.#end()
    if (end === null || comparePositions(place, end) !== 0) {
      this.#from = place
      this.#kept = [...events]
    } else {
      this.#kept.push(...events)
    }
    const tooMany = this.#kept.length - mostKept
    const last = tooMany > 0 ? this.#kept[tooMany - 1] : undefined
    if (!last) return
    this.#from = placeOf(last)
    this.#kept = this.#kept.slice(tooMany)
  }

  #end(): Position | null {
    const last = this.#kept.at(-1)
    return last ? placeOf(last) : null
  }
}

function placeOf(event: LoggedEvent): Position {
  return { epoch: event.epoch, xact: event.transaction, eventId: event.id }
}
