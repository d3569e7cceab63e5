import type { Platform } from '../work.ts'

export interface Loop {
  /** Resolves when the step that runs has ended; no further one starts. */
  stop(): Promise<void>
}

const pollMs = 250

/**
 * Runs `step` whenever the log was poked, and every 250 ms in case a poke was lost. A step answers whether it
 * should run again at once; otherwise it pauses `leastPauseMs` first, so that one run serves many pokes.
 * Failures are logged and tried again, ever more slowly (5 s at most).
 */
export function startLoop(
  platform: Platform,
  name: string,
  leastPauseMs: number,
  step: () => Promise<boolean>,
): Loop {
  let stopped = false
  let poked = false
  let wake: (() => void) | null = null
  let failures = 0
  const offPoke = platform.bus.onPoke(() => {
    poked = true
    wake?.()
  })

  const pause = (ms: number, interruptible: boolean) =>
    new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer)
        wake = null
        resolve()
      }
      const timer = setTimeout(finish, ms)
      wake = interruptible || stopped ? finish : null
    })

  const run = async () => {
    while (!stopped) {
      poked = false
      let again = false
      try {
        again = await step()
        failures = 0
      } catch (error) {
        if (stopped) return
        failures++
        platform.log.error({ err: error, reader: name }, 'a log reader failed; it tries again')
        await pause(Math.min(5_000, 50 * 2 ** failures), false)
      }
      if (again) continue
      await pause(leastPauseMs, false)
      if (!poked && !stopped) await pause(pollMs, true)
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      offPoke()
      wake?.()
      await running
    },
  }
}
