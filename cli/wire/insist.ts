import { setTimeout as pause } from 'node:timers/promises'
import { CallRefused } from '../../domain/client.ts'

/** How often calls had to be repeated, and why. */
export interface Repeats {
  /** The server was not reached, or broke (5xx). */
  unreached: number
  /** The server said that it was too much at once (429). */
  limited: number
}

/**
 * Makes the call until it is answered: repeats it when the server is not reached, breaks or limits us,
 * with growing pauses, for `patience` milliseconds in all. Any other refusal is thrown. The call must be
 * one that may be repeated: a read, or a write with a key.
 */
export async function insist<T>(
  call: () => Promise<T>,
  repeats: Repeats = { unreached: 0, limited: 0 },
  patience = 60_000,
): Promise<T> {
  const since = performance.now()
  for (let attempt = 0; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof CallRefused) || performance.now() - since > patience) throw error
      if (error.status === 429) repeats.limited++
      else if (error.status === 0 || error.status >= 500) repeats.unreached++
      else throw error
      await pause(Math.min(2000, 50 * 2 ** attempt))
    }
  }
}
