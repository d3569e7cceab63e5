import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Requests to send, each once, over so many kept connections. */
export interface LoadJob {
  readonly port: number
  readonly connections: number
  readonly requests: readonly string[]
}

export interface LoadResult {
  readonly seconds: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Replies that were no success, by status. */
  readonly failures: Readonly<Record<string, number>>
  /** The body of the first of them. */
  readonly example: string
}

/** The load driver, in a process of its own so that it takes no time from what is measured. */
export interface LoadDriver {
  run(job: LoadJob): Promise<LoadResult>
  stop(): void
}

/** Starts the driver. `run` throws when a request was refused: a figure over errors would say nothing. */
export function startLoadDriver(): LoadDriver {
  const child: ChildProcess = fork(fileURLToPath(new URL('./load-driver.ts', import.meta.url)))
  return {
    run: async (job) => {
      child.send(job)
      const [result] = (await once(child, 'message')) as [LoadResult]
      if (Object.keys(result.failures).length > 0) {
        throw new Error(`Requests were refused ${JSON.stringify(result.failures)}: ${result.example}`)
      }
      return result
    },
    stop: () => child.kill(),
  }
}
