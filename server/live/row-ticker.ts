import type { LoggedEvent } from '../../domain/event.ts'
import type { Platform } from '../platform/work.ts'
import { rowsById } from '../view/rows.ts'
import { conversationOf } from './facts.ts'
import type { StaffRooms } from './staff-rooms.ts'

const everyMs = 500
const mostRows = 500

/** Gathers which conversations changed and tells lists at most twice a second, with rows read once for all. */
export class RowTicker {
  readonly #platform: Platform
  readonly #staff: StaffRooms
  readonly #position: () => string
  #changed = new Map<number, Set<string>>()
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
      if (id === null) continue
      const keys = this.#changed.get(id) ?? new Set()
      this.#changed.set(id, keys)
      for (const key of event.audience) keys.add(key)
    }
    if (this.#changed.size > 0) this.#timer ??= setTimeout(() => void this.#tick(), everyMs)
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  async #tick(): Promise<void> {
    const changed = [...this.#changed]
    this.#changed = new Map(changed.slice(mostRows))
    const now = new Map(changed.slice(0, mostRows).map(([id, keys]) => [id, [...keys]]))
    const position = this.#position()
    try {
      const rows = await rowsById(this.#platform, [...now.keys()])
      this.#staff.publishRows(rows, now, position)
    } catch (error) {
      this.#platform.log.warn({ err: error }, 'lists could not be told of changes; they try again')
      for (const [id, keys] of now)
        this.#changed.set(id, new Set([...keys, ...(this.#changed.get(id) ?? [])]))
    }
    this.#timer =
      this.#changed.size > 0 && !this.#stopped ? setTimeout(() => void this.#tick(), everyMs) : null
  }
}
