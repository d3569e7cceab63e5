import type { Shelf } from '../visit/shelf.ts'
import { inWritingOrder, type OutboxEntry } from './outbox.ts'

/**
 * The outbox as all tabs of the page share it: one stored item for each message, so that two tabs
 * never overwrite each other's.
 */
export interface StoredOutbox {
  read(): OutboxEntry[]
  save(entry: OutboxEntry): void
  remove(key: string): void
  /** Whether a stored item belongs to this outbox. */
  owns(item: string): boolean
}

const keptFor = 30 * 86_400_000

/** @param scope whose messages: entries of one visitor are never sent as another. */
export function storedOutbox(shelf: Shelf, scope: string, now: () => number): StoredOutbox {
  const prefix = `out:${scope}:`
  return {
    read() {
      const entries = shelf.names(prefix).flatMap((name) => shelf.read<OutboxEntry>(name) ?? [])
      return inWritingOrder(entries.filter((entry) => now() - entry.at < keptFor))
    },
    save: (entry) => shelf.write(prefix + entry.key, entry),
    remove: (key) => shelf.remove(prefix + key),
    owns: (item) => item.startsWith(prefix),
  }
}
