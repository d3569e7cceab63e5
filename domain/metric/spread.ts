/** How durations are spread, in milliseconds. */
export interface Spread {
  readonly count: number
  readonly mean: number
  readonly median: number
  /** Nine of ten were no longer. */
  readonly p90: number
}

/** Mean, median and 90th percentile of durations; null of none. */
export function spreadOf(durations: readonly number[]): Spread | null {
  if (durations.length === 0) return null
  const sorted = [...durations].sort((a, b) => a - b)
  const sum = sorted.reduce((total, one) => total + one, 0)
  return {
    count: sorted.length,
    mean: sum / sorted.length,
    median: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
  }
}

/** Linear between the two nearest, as PostgreSQL's `percentile_cont` (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
