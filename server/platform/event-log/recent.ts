import type { LoggedEvent } from '../../../domain/event.ts'
import { comparePositions, type Position } from './position.ts'

/** Most events kept in memory, whatever their number of readers. */
const mostKept = 2_000

/** Events fetched by one look. */
const mostFetched = 1_000

/**
 * The newest events of the log that this process has read, without a gap: its readers follow each other closely,
 * so each event is fetched once for all of them. Every call looks for newer ones, by a look that begins after the
 * call; calls that come while one is under way share the next. `read` looks into the table, from a place on.
 */
export class RecentEvents {
  readonly #read: (after: Position, limit: number) => Promise<LoggedEvent[]>
  /** Everything after this place, up to the last event kept, is here. */
  #from: Position | null = null
  #kept: LoggedEvent[] = []
  #look: Promise<void> | null = null
  #nextLook: Promise<void> | null = null

  constructor(read: (after: Position, limit: number) => Promise<LoggedEvent[]>) {
    this.#read = read
  }

  /** The next events after a place, `limit` at most. */
  async after(place: Position, limit: number): Promise<LoggedEvent[]> {
    if (this.#from === null || comparePositions(place, this.#end() ?? this.#from) > 0) {
      // Nothing is kept, or another process has gone further: memory begins anew there.
      this.#from = place
      this.#kept = []
    }
    if (comparePositions(place, this.#from) < 0) return this.#read(place, limit)
    const known = this.#keptAfter(place, limit)
    if (known.length === limit) return known
    await this.#lookAgain()
    // Memory may have begun anew meanwhile, beyond the place.
    if (comparePositions(place, this.#from) < 0) return this.#read(place, limit)
    return this.#keptAfter(place, limit)
  }

  #keptAfter(place: Position, limit: number): LoggedEvent[] {
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

  /** Resolves when a look that began after this call is done. */
  #lookAgain(): Promise<void> {
    if (!this.#look) {
      this.#look = this.#fetch().finally(() => {
        this.#look = null
      })
      return this.#look
    }
    this.#nextLook ??= this.#look
      .catch(() => {})
      .then(() => {
        this.#nextLook = null
        return this.#lookAgain()
      })
    return this.#nextLook
  }

  async #fetch(): Promise<void> {
    const end = this.#end() ?? this.#from
    if (!end) return
    const events = await this.#read(end, mostFetched)
    const endNow = this.#end() ?? this.#from
    // Memory began anew while this look was under way: what it saw may not follow.
    if (!endNow || comparePositions(end, endNow) !== 0) return
    this.#kept.push(...events)
    const last = this.#kept[this.#kept.length - mostKept - 1]
    if (!last) return
    this.#from = placeOf(last)
    this.#kept = this.#kept.slice(-mostKept)
  }

  #end(): Position | null {
    const last = this.#kept.at(-1)
    return last ? placeOf(last) : null
  }
}

function placeOf(event: LoggedEvent): Position {
  return { epoch: event.epoch, xact: event.transaction, eventId: event.id }
}
