/** Words not sent yet, as kept in this browser. `at` in epoch milliseconds. */
export interface LocalDraft {
  text: string
  at: number
  /** Whether the server has these words. */
  synced: boolean
}

/** How long an unsent draft that never reached the server counts as newer than the server's, in milliseconds. */
const localKept = 14 * 86_400_000

/**
 * Which words the composer opens with: the local ones when the server never got them (a crash, no network),
 * else the server's, which may have been written on another device.
 */
export function draftToShow(local: LocalDraft | null, server: string, now: number): string {
  if (local && !local.synced && now - local.at < localKept) return local.text
  return server
}

/** Reads a local draft; nothing when it is not one. */
export function readLocalDraft(stored: string | null): LocalDraft | null {
  if (!stored) return null
  try {
    const value: unknown = JSON.parse(stored)
    if (typeof value !== 'object' || value === null) return null
    const { text, at, synced } = value as Record<string, unknown>
    return typeof text === 'string' && typeof at === 'number' ? { text, at, synced: synced === true } : null
  } catch {
    return null
  }
}
