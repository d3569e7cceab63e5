import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface DeliveryJob {
  readonly port: number
  readonly barePort: number
  /** One socket each, with the conversations that this agent looks at. */
  readonly agents: readonly { readonly cookie: string; readonly watches: readonly number[] }[]
  /** Visitors who write in turn. */
  readonly tokens: readonly string[]
  /** Messages a second. */
  readonly rate: number
  /** Bare inserts a second beside it. */
  readonly bareRate: number
  readonly seconds: number
}

export interface DeliveryResult {
  /** Messages that the agent who looks has got, and those that never came. */
  readonly seen: number
  readonly missing: number
  /** From the customer's sending to the agent's socket, in milliseconds. */
  readonly p50: number
  readonly p99: number
  /** The bare insert in the same run. */
  readonly bareP99: number
  readonly refused: Readonly<Record<string, number>>
}

/** Runs it in a process of its own. */
export async function runDelivery(job: DeliveryJob): Promise<DeliveryResult> {
  const child = fork(fileURLToPath(new URL('./delivery-worker.ts', import.meta.url)))
  child.send(job)
  const [result] = await Promise.race([
    once(child, 'message') as Promise<[DeliveryResult]>,
    once(child, 'exit').then(() => Promise.reject(new Error('The delivery run broke off.'))),
  ])
  child.kill()
  return result
}
