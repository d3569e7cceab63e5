import {
  type Answer,
  afterAnswer,
  nextToSend,
  type OutboxEntry,
  outcomeOf,
  type Receipt,
} from '../outbox/outbox.ts'
import type { StoredOutbox } from '../outbox/stored-outbox.ts'
import { holdTurn } from '../outbox/turn.ts'
import type { Shelf } from '../visit/shelf.ts'
import type { Details, Visits } from '../visit/visits.ts'
import { pause, pauseBefore } from '../wire/backoff.ts'
import { type Call, Refused } from '../wire/call.ts'

/** Sends the outbox in order, one message at a time. */
export interface Delivery {
  /** Starts sending if anything waits; returns at once when it is at it already. */
  go(): void
  stop(): void
}

export interface DeliveryNeeds {
  /** Whether no talk is open, as far as this window knows: then the message opens one. */
  opens(): boolean
  shelf: Shelf
  outbox: StoredOutbox
  visits: Visits
  call: Call
  details(): Details
  /** The server has taken a message. */
  sent(entry: OutboxEntry, receipt: Receipt, token: string): void
  /** The shop wants name or mail address first; sending stops until `go`. */
  ask(code: string): void
  /** An entry changed. */
  changed(): void
}

/** So long a sent entry stays for the other tabs to see what became of it. */
const lingers = 5000

export function startDelivery(needs: DeliveryNeeds): Delivery {
  const { outbox, visits } = needs
  let running = false
  let again = false
  let stopped = false

  async function run() {
    for (let tries = 0; !stopped; ) {
      again = false
      const step = await holdTurn(needs.shelf, `send:${visits.scope}`, sendNext)
      if (step.outcome === 'sent' || step.outcome === 'failed') tries = 0
      if (step.outcome === 'ask') return needs.ask(step.code)
      if (step.outcome === 'nothing' && !again) return
      if (step.outcome === 'again' || step.outcome === 'renew')
        await pause(Math.max(step.wait * 1000, pauseBefore(++tries, Math.random())))
    }
  }

  async function sendNext(): Promise<Step> {
    const entry = stopped ? undefined : nextToSend(outbox.read())
    if (!entry) return { outcome: 'nothing', code: '', wait: 0 }
    const { answer, token, wait } = await attempt(entry)
    const outcome = outcomeOf(answer)
    if (outcome === 'renew') visits.forget(token)
    const after = afterAnswer(entry, answer)
    // Whoever logged out meanwhile has taken it away; it must not come back.
    const kept = outbox.read().some(({ key }) => key === entry.key)
    if (after !== entry && kept) outbox.save(after)
    if ('receipt' in answer) {
      needs.sent(after, answer.receipt, token)
      setTimeout(() => {
        outbox.remove(entry.key)
        needs.changed()
      }, lingers)
    }
    needs.changed()
    return { outcome, code: 'code' in answer ? answer.code : '', wait }
  }

  async function attempt(entry: OutboxEntry): Promise<{ answer: Answer; token: string; wait: number }> {
    let token = ''
    try {
      token = (await visits.ensure(needs.details())).token
      const { key, text, files, source } = entry
      const body = { key, text, files: files.map(({ id }) => id), source, opens: needs.opens() }
      const receipt = await needs.call('sendMessage', { token, body })
      return { answer: { receipt }, token, wait: 0 }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const aboutDetails = token === '' && error.code === 'input_invalid'
      const code = aboutDetails ? 'details_missing' : error.code
      return { answer: { status: error.status, code }, token, wait: error.retryAfter }
    }
  }

  return {
    go() {
      again = true
      if (running || stopped) return
      running = true
      run().finally(() => {
        running = false
      })
    },
    stop() {
      stopped = true
    },
  }
}

interface Step {
  outcome: 'sent' | 'again' | 'renew' | 'ask' | 'failed' | 'nothing'
  code: string
  wait: number
}
