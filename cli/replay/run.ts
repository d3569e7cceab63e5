import type { Colleague } from '../wire/staff.ts'
import { differences } from './check.ts'
import type { Measured } from './measured.ts'
import { startMeasuring } from './measured.ts'
import { playTalk } from './play.ts'
import type { Recorded } from './recorded.ts'
import { Stage } from './stage.ts'
import type { Talk } from './talk.ts'

export interface ReplayOptions {
  readonly base: string
  readonly channelKey: string
  readonly recorded: readonly Recorded[]
  /** Agents who serve; each gets a socket. */
  readonly agents: readonly Colleague[]
  /** How many talks go on at a time. */
  readonly parallel: number
  /** Told after each talk that ended. */
  readonly onProgress?: (ended: number) => void
}

export interface ReplayReport {
  readonly talks: number
  readonly messages: number
  readonly seconds: number
  readonly measured: Measured
  /** A sentence for each talk that broke off or reads otherwise than it was sent. */
  readonly faults: readonly string[]
}

/** Replays the talks and checks over the API that every line is there once and in order on both sides. */
export async function replay(options: ReplayOptions): Promise<ReplayReport> {
  const measured = startMeasuring()
  const stage = new Stage(options.base, options.channelKey, measured)
  const played: Talk[] = []
  const faults: string[] = []
  await stage.seat(options.agents)

  const since = performance.now()
  await inParallel(options.recorded, options.parallel, async (recorded, index) => {
    try {
      played.push(await playTalk(stage, recorded, index))
    } catch (error) {
      faults.push(`${recorded.session}: ${error instanceof Error ? error.message : error}`)
    }
    options.onProgress?.(played.length + faults.length)
  })
  const seconds = (performance.now() - since) / 1000

  const reader = options.agents[0]
  if (!reader) throw new Error('A replay needs at least one agent.')
  await inParallel(played, 8, async (talk) => {
    faults.push(...(await differences(talk, reader, measured.repeats)))
  })
  stage.close()
  faults.push(...stage.faults)
  const messages = played.reduce((sum, talk) => sum + talk.sent.length, 0)
  return { talks: played.length, messages, seconds, measured, faults }
}

/** Does the work for each item, so many at a time, in order of their start. */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = items.entries()
  const worker = async () => {
    for (const [index, item] of entries) await work(item, index)
  }
  await Promise.all(Array.from({ length: Math.max(1, most) }, worker))
}
