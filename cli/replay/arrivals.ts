/** Lines of one talk that reached one side, by their number, and when. */
export class Arrivals {
  readonly #times = new Map<number, number>()
  readonly #waiting = new Map<number, () => void>()

  /** A line has come; one that comes again changes nothing. */
  arrived(seq: number): void {
    if (this.#times.has(seq)) return
    this.#times.set(seq, performance.now())
    this.#waiting.get(seq)?.()
    this.#waiting.delete(seq)
  }

  /** When the line came, on the clock of `performance.now()`. */
  timeOf(seq: number): number | undefined {
    return this.#times.get(seq)
  }

  /** Resolves once the line has come; throws after `patience` milliseconds. */
  wait(seq: number, patience: number, who: string): Promise<void> {
    if (this.#times.has(seq)) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`Line ${seq} did not reach the ${who} in ${patience / 1000} s.`))
      const timer = setTimeout(late, patience)
      this.#waiting.set(seq, () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}
