/** How calls are gathered. */
export interface Gathering<I, O> {
  /** Runs under way at once. */
  readonly lanes: number
  /** Most items of one run. */
  readonly most: number
  /** Items of the same key never share a run: the later one waits for the next. */
  apart(item: I): string
  /** Does them all; answers in their order. A fault is everybody's. */
  run(items: readonly I[]): Promise<readonly O[]>
}

interface Waiting<I, O> {
  readonly item: I
  readonly resolve: (answer: O) => void
  readonly reject: (error: unknown) => void
}

/**
 * Makes one run of the calls that come in while others are under way: a busy moment then costs one statement for
 * many. What comes alone runs at once, alone.
 */
export function gathering<I, O>(options: Gathering<I, O>): (item: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = []
  let running = 0
  let planned = false

  const plan = () => {
    if (planned || running >= options.lanes || waiting.length === 0) return
    planned = true
    // After this turn of the loop, so that requests which arrived together go together.
    setImmediate(() => {
      planned = false
      if (running >= options.lanes || waiting.length === 0) return
      void go(take())
      plan()
    })
  }

  const take = () => {
    const keys = new Set<string>()
    const taken: Waiting<I, O>[] = []
    const left: Waiting<I, O>[] = []
    for (const one of waiting) {
      const key = options.apart(one.item)
      if (taken.length < options.most && !keys.has(key)) taken.push(one)
      else left.push(one)
      keys.add(key)
    }
    waiting = left
    return taken
  }

  const go = async (taken: readonly Waiting<I, O>[]) => {
    running++
    try {
      const answers = await options.run(taken.map((one) => one.item))
      taken.forEach((one, n) => {
        one.resolve(answers[n] as O)
      })
    } catch (error) {
      for (const one of taken) one.reject(error)
    } finally {
      running--
      plan()
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      plan()
    })
}
