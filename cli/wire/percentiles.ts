/** Durations in milliseconds, and what is said of them. */
export class Durations {
  readonly #all: number[] = []

  add(milliseconds: number): void {
    this.#all.push(milliseconds)
  }

  get count(): number {
    return this.#all.length
  }

  /** The value below which this share (0 to 1) of them lies; 0 when there are none. */
  at(share: number): number {
    const sorted = this.#all.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
  }

  /** `p50 3.1 ms, p90 …, p99 …, most …`. */
  toString(): string {
    const one = (share: number) => `${this.at(share).toFixed(1)} ms`
    return `p50 ${one(0.5)}, p90 ${one(0.9)}, p99 ${one(0.99)}, most ${one(1)}`
  }
}
