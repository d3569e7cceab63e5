interface Mark<T> {
  readonly at: number
  readonly number: number
  readonly what: T
}

/** What is to happen, earliest first; of the same moment, what was added first. */
export class Timeline<T> {
  readonly #heap: Mark<T>[] = []
  #added = 0

  add(at: number, what: T): void {
    const heap = this.#heap
    let place = heap.push({ at, what, number: this.#added++ }) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!this.#before(place, parent)) return
      this.#swap(place, parent)
      place = parent
    }
  }

  take(): { at: number; what: T } | null {
    const heap = this.#heap
    const [top] = heap
    const end = heap.pop()
    if (!top || !end) return null
    if (heap.length > 0) {
      heap[0] = end
      for (let at = 0; ; ) {
        let first = at
        for (const child of [2 * at + 1, 2 * at + 2]) if (this.#before(child, first)) first = child
        if (first === at) break
        this.#swap(at, first)
        at = first
      }
    }
    return top
  }

  #before(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]]
    return x !== undefined && y !== undefined && (x.at - y.at || x.number - y.number) < 0
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a], this.#heap[b]]
    if (x && y) [this.#heap[a], this.#heap[b]] = [y, x]
  }
}
