/** What the hub needs of a socket. */
export interface Connection {
  send(frame: string): void
}

/**
 * Connections by audience key. A frame is built once and sent to everybody who holds one of the keys,
 * once to each, whatever the number of keys it holds.
 */
export class Hub<C extends Connection> {
  readonly #byKey = new Map<string, Set<C>>()
  readonly #keysOf = new Map<C, Set<string>>()

  /** All connections that are in. */
  connections(): IterableIterator<C> {
    return this.#keysOf.keys()
  }

  get size(): number {
    return this.#keysOf.size
  }

  has(connection: C): boolean {
    return this.#keysOf.has(connection)
  }

  keysOf(connection: C): ReadonlySet<string> {
    return this.#keysOf.get(connection) ?? new Set()
  }

  join(connection: C, keys: Iterable<string>): void {
    const held = this.#keysOf.get(connection) ?? new Set()
    this.#keysOf.set(connection, held)
    for (const key of keys) {
      held.add(key)
      const set = this.#byKey.get(key)
      if (set) set.add(connection)
      else this.#byKey.set(key, new Set([connection]))
    }
  }

  leave(connection: C, key: string): void {
    this.#keysOf.get(connection)?.delete(key)
    const set = this.#byKey.get(key)
    set?.delete(connection)
    if (set?.size === 0) this.#byKey.delete(key)
  }

  remove(connection: C): void {
    for (const key of this.keysOf(connection)) {
      const set = this.#byKey.get(key)
      set?.delete(connection)
      if (set?.size === 0) this.#byKey.delete(key)
    }
    this.#keysOf.delete(connection)
  }

  /** Connections that hold at least one of the keys. */
  holders(keys: Iterable<string>): Set<C> {
    const found = new Set<C>()
    for (const key of keys) for (const connection of this.#byKey.get(key) ?? []) found.add(connection)
    return found
  }

  /** Whether anybody here holds the key. */
  anyone(key: string): boolean {
    return this.#byKey.has(key)
  }
}
