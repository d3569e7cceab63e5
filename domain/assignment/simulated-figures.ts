import type { Figures } from './simulation.ts'

export interface Shift {
  readonly from: number
  readonly to: number
}

/** A conversation that was given to somebody. */
export interface Served {
  /** Place in the list of workers. */
  readonly worker: number
  readonly waitedMs: number
  readonly from: number
  readonly to: number
  readonly units: number
  /** Units in hand with it. */
  readonly used: number
  readonly sticky: boolean
}

interface Period {
  readonly from: number
  readonly to: number
  readonly arrivals: readonly { readonly at: number }[]
  readonly workers: readonly {
    readonly staffId: number | null
    readonly profile: { readonly name: string }
    readonly capacity: number
    readonly shifts: readonly Shift[]
  }[]
  readonly promisedSeconds: number
}

/**
 * Figures of a simulated period. Waits of those who were served; whoever still waits counts as a breach once the
 * promised time is over. Load is units × time in hand over capacity × time at work.
 */
export function figuresOf(
  period: Period,
  served: readonly Served[],
  stillWaiting: readonly { readonly at: number }[],
  relaxed: number,
): Figures {
  const waits = served.map((one) => one.waitedMs / 1000).sort((a, b) => a - b)
  const late = stillWaiting.filter((one) => period.to - one.at > period.promisedSeconds * 1000).length
  return {
    arrivals: period.arrivals.length,
    assigned: served.length,
    waiting: stillWaiting.length,
    waitMean: whole(waits.reduce((sum, wait) => sum + wait, 0) / Math.max(1, waits.length)),
    waitMedian: whole(quantile(waits, 0.5)),
    waitP90: whole(quantile(waits, 0.9)),
    waitMost: whole(waits.at(-1) ?? 0),
    breaches: waits.filter((wait) => wait > period.promisedSeconds).length + late,
    breachSeconds: period.promisedSeconds,
    relaxed,
    sticky: served.filter((one) => one.sticky).length,
    agents: period.workers.map((worker, index) => {
      const own = served.filter((one) => one.worker === index)
      const within = (shift: Shift) =>
        Math.max(0, Math.min(shift.to, period.to) - Math.max(shift.from, period.from))
      const atWork = worker.shifts.reduce((sum, shift) => sum + within(shift), 0)
      const inHand = own.reduce((sum, one) => sum + one.units * within(one), 0)
      const load = atWork * worker.capacity === 0 ? 0 : inHand / (atWork * worker.capacity)
      return {
        staffId: worker.staffId,
        name: worker.profile.name,
        served: own.length,
        load: Math.round(load * 1000) / 1000,
        mostUnits: own.reduce((most, one) => Math.max(most, one.used), 0),
      }
    }),
  }
}

/** The nearest-rank quantile of sorted numbers; 0 of none. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function whole(seconds: number): number {
  return Math.round(seconds)
}
