import type { Repeats } from '../wire/insist.ts'
import { Durations } from '../wire/percentiles.ts'

/** What a replay measures while it runs. */
export interface Measured {
  /** From sending to the server's answer, of the attempt that was answered. */
  readonly acknowledged: Durations
  /** From sending to the other side's socket having it. */
  readonly seen: Durations
  /** From a customer's first message to an agent having opened it from the inbox. */
  readonly found: Durations
  readonly repeats: Repeats
}

export function startMeasuring(): Measured {
  return {
    acknowledged: new Durations(),
    seen: new Durations(),
    found: new Durations(),
    repeats: { unreached: 0, limited: 0 },
  }
}
