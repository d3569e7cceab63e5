import type { LoggedEvent } from '../../domain/event.ts'
import type { Platform } from '../platform/work.ts'
import { rowsById } from '../view/rows.ts'
import { conversationOf } from './facts.ts'
import type { StaffRooms } from './staff-rooms.ts'

const everyMs = 500
/** Words in conversations of others are told to all lists only every so many ticks: 2.5 s. */
const farEvery = 5
const mostRows = 500
/** Of words in others' conversations only so many are told to all at once, the newest: what the top of a list shows. */
const mostFar = 50

/** Who hears of a changed conversation: audience keys by its number. */
type Changed = Map<number, Set<string>>

/**
 * Gathers which conversations changed and tells lists at most twice a second, with rows read once for all.
 * What moves between lists is told to everybody who sees it; words that only change a preview first to those who
 * have or watch the conversation, to the others a little later: a busy floor would drown in them.
 */
export class RowTicker {
  readonly #platform: Platform
  readonly #staff: StaffRooms
  readonly #position: () => string
  #moved: Changed = new Map()
  #spoken: Changed = new Map()
  #far: Changed = new Map()
  #ticks = 0
  #timer: NodeJS.Timeout | null = null
  #stopped = false

  constructor(platform: Platform, staff: StaffRooms, position: () => string) {
    this.#platform = platform
    this.#staff = staff
    this.#position = position
  }

  note(events: readonly LoggedEvent[]): void {
    if (this.#staff.size === 0 || this.#stopped) return
    for (const event of events) {
      const id = conversationOf(event)
      if (id !== null) add(movesLists(event) ? this.#moved : this.#spoken, id, event.audience)
    }
    this.#plan()
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  #plan(): void {
    const waiting = this.#moved.size + this.#spoken.size + this.#far.size
    if (waiting > 0 && !this.#stopped) this.#timer ??= setTimeout(() => void this.#tick(), everyMs)
  }

  async #tick(): Promise<void> {
    const far = ++this.#ticks % farEvery === 0
    const moved = take(this.#moved)
    const spoken = take(this.#spoken)
    for (const [id, keys] of spoken) {
      const heard = this.#far.get(id)
      // Last in the map is what was said last.
      if (heard) this.#far.delete(id)
      add(this.#far, id, [...(heard ?? []), ...keys])
    }
    const spokenFar = far ? takeNewest(this.#far) : { newest: new Map(), more: false }
    const all = new Map([...spokenFar.newest, ...moved])
    const position = this.#position()
    try {
      const ids = new Set([...all.keys(), ...spoken.keys()])
      const rows = ids.size > 0 ? await rowsById(this.#platform, [...ids]) : []
      this.#staff.publishRows(rows, all, position, spokenFar.more)
    } catch (error) {
      this.#platform.log.warn({ err: error }, 'lists could not be told of changes; they try again')
      for (const [id, keys] of all) add(this.#moved, id, keys)
    }
    this.#timer = null
    this.#plan()
  }
}

/** Whether rows may change their list or place by it, not just their last words. */
function movesLists(event: LoggedEvent): boolean {
  if (event.name === 'conversation.read') return false
  return event.name !== 'message.appended' || event.data.from !== event.data.to
}

function add(to: Changed, id: number, keys: Iterable<string>): void {
  const held = to.get(id) ?? new Set()
  to.set(id, held)
  for (const key of keys) held.add(key)
}

/** Takes the first rows out, so that one tick stays short. */
function take(from: Changed): Changed {
  const taken: Changed = new Map()
  for (const [id, keys] of from) {
    if (taken.size === mostRows) break
    taken.set(id, keys)
    from.delete(id)
  }
  return taken
}

/** Takes everything out; of very much only what changed last is told. */
function takeNewest(from: Changed): { newest: Changed; more: boolean } {
  const all = [...from]
  from.clear()
  return { newest: new Map(all.slice(-mostFar)), more: all.length > mostFar }
}
