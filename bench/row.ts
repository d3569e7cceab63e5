import type { BenchStage } from './stage.ts'

/** One line of the table: what is measured and what was found. */
export interface Finding {
  readonly name: string
  readonly what: string
  readonly bar: string
  /** The median, with its unit. */
  readonly measured: string
  /** Against the baseline; null where the bar is absolute. */
  readonly ratio: number | null
  /** Null when nothing can be said: the machine was too slow, or the thing is not there. */
  readonly met: boolean | null
}

/** A measurement that needs the stage, or one that stands alone. */
export interface Row {
  readonly name: string
  /** What needs the filled stage gets it; the others make what they need. */
  readonly needs: 'stage' | 'nothing'
  measure(stage: BenchStage | null): Promise<Finding>
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export interface Compared {
  readonly ours: number
  readonly bare: number
  readonly ratio: number
}

/** Runs both in turn, so many times, and compares the medians (operations per second). */
export async function interleaved(
  runs: number,
  ours: (run: number) => Promise<number>,
  bare: (run: number) => Promise<number>,
): Promise<Compared> {
  const rates = { ours: [] as number[], bare: [] as number[] }
  for (let run = 0; run < runs; run++) {
    rates.bare.push(await bare(run))
    rates.ours.push(await ours(run))
  }
  const compared = { ours: median(rates.ours), bare: median(rates.bare) }
  return { ...compared, ratio: compared.ours / compared.bare }
}
