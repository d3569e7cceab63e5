import type { LoggedEvent } from '../event.ts'
import type { ClockKind } from './kinds.ts'

/** What of an event the clocks go by. `at` in epoch milliseconds. */
export type ClockFact = { readonly at: number } & (
  | { readonly what: 'customer_wrote'; readonly seq: number; readonly waits: boolean }
  | {
      readonly what: 'answered'
      readonly staffId: number | null
      readonly holding: boolean
      readonly to: string
    }
  | { readonly what: 'moved'; readonly to: string }
  | { readonly what: 'resolved'; readonly staffId: number | null }
  | { readonly what: 'reopened' }
  | { readonly what: 'ended' }
)

/** Events that may tell the clocks something. */
export const clockCauses = [
  'message.appended',
  'conversation.resolved',
  'conversation.reopened',
  'conversation.ended',
] as const

/** The fact that an event tells the clocks; null when they do not care. Welcome texts, bots, notes tell nothing. */
export function clockFact({ name, data, happenedAt }: Told): ClockFact | null {
  const at = happenedAt.getTime()
  const staffId = typeof data.staffId === 'number' ? data.staffId : null
  switch (name) {
    case 'message.appended': {
      const to = String(data.to)
      if (data.kind === 'message' && data.by === 'customer') {
        return { what: 'customer_wrote', at, seq: Number(data.seq), waits: forHumans.includes(to) }
      }
      if (data.kind === 'message' && data.by === 'staff') {
        return { what: 'answered', at, staffId, holding: data.holding === true, to }
      }
      return data.from === data.to ? null : { what: 'moved', at, to }
    }
    case 'conversation.resolved':
      return { what: 'resolved', at, staffId }
    case 'conversation.reopened':
      return { what: 'reopened', at }
    case 'conversation.ended':
      return { what: 'ended', at }
    default:
      return null
  }
}

type Told = Pick<LoggedEvent, 'name' | 'data' | 'happenedAt'>

/** States in which a customer's message waits for a person. */
const forHumans: readonly string[] = ['queued', 'in_service', 'waiting_inside']

/** Which clocks of a conversation run, and what is known from before. */
export interface ClockState {
  /** `paused`: the customer has the ball. */
  readonly open: ReadonlyMap<ClockKind, 'running' | 'paused'>
  /** Whether the first response is settled: its clock was started once, or a person wrote before. */
  readonly firstSettled: boolean
  /** Whether the customer has written at all. */
  readonly customerWrote: boolean
}

export const nothingYet: ClockState = { open: new Map(), firstSettled: false, customerWrote: false }

export interface ClockCommand {
  readonly do: 'start' | 'meet' | 'cancel' | 'pause' | 'resume'
  readonly kind: ClockKind
  /** Epoch milliseconds. */
  readonly at: number
  /** Who met it. */
  readonly staffId: number | null
}

/**
 * What a fact does to the clocks.
 *
 * First response: from the customer's first message that waits for a person to the first public message that a person
 * writes; once for each conversation, also when staff began it. Round: from then on, from the first unanswered message;
 * asking again does not restart it. A holding reply answers both, and starts the answer clock until an answer that is none.
 * Resolution: from the customer's first message, or from the reopening, until it is resolved; it pauses while the
 * customer has the ball, which a holding reply does not pass to them.
 */
export function foldClocks(
  state: ClockState,
  fact: ClockFact,
): { state: ClockState; commands: ClockCommand[] } {
  const step = new Step(state, fact.at)
  switch (fact.what) {
    case 'customer_wrote':
      step.customerWrote = true
      step.start('resolution')
      step.resume('resolution')
      if (fact.waits) {
        if (!step.firstSettled) step.start('first_response')
        else if (!step.open.has('first_response')) step.start('round')
        step.firstSettled = true
      }
      break
    case 'answered':
      step.meet('first_response', fact.staffId)
      step.meet('round', fact.staffId)
      if (!fact.holding) {
        step.meet('holding', fact.staffId)
        if (fact.to === 'waiting_customer') step.pause('resolution')
      } else {
        if (step.customerWrote) step.start('holding')
        step.resume('resolution')
      }
      // A person has written: what the customer writes first is still to be answered first when they had not yet.
      if (step.customerWrote) step.firstSettled = true
      break
    case 'moved':
      if (fact.to === 'waiting_customer') step.pause('resolution')
      else if (forHumans.includes(fact.to)) step.resume('resolution')
      break
    case 'resolved':
      step.meet('resolution', fact.staffId)
      step.cancel('first_response')
      step.cancel('round')
      step.cancel('holding')
      break
    case 'reopened':
      if (step.customerWrote) step.start('resolution')
      break
    case 'ended':
      for (const kind of [...step.open.keys()]) step.cancel(kind)
      break
  }
  return step.result()
}

class Step {
  readonly open: Map<ClockKind, 'running' | 'paused'>
  firstSettled: boolean
  customerWrote: boolean
  readonly #commands: ClockCommand[] = []
  readonly #at: number

  constructor(state: ClockState, at: number) {
    this.open = new Map(state.open)
    this.firstSettled = state.firstSettled
    this.customerWrote = state.customerWrote
    this.#at = at
  }

  start(kind: ClockKind): void {
    if (this.open.has(kind)) return
    this.open.set(kind, 'running')
    this.#give('start', kind)
  }

  meet(kind: ClockKind, staffId: number | null): void {
    if (this.open.delete(kind)) this.#give('meet', kind, staffId)
  }

  cancel(kind: ClockKind): void {
    if (this.open.delete(kind)) this.#give('cancel', kind)
  }

  pause(kind: ClockKind): void {
    if (this.open.get(kind) !== 'running') return
    this.open.set(kind, 'paused')
    this.#give('pause', kind)
  }

  resume(kind: ClockKind): void {
    if (this.open.get(kind) !== 'paused') return
    this.open.set(kind, 'running')
    this.#give('resume', kind)
  }

  result(): { state: ClockState; commands: ClockCommand[] } {
    const { open, firstSettled, customerWrote } = this
    return { state: { open, firstSettled, customerWrote }, commands: this.#commands }
  }

  #give(what: ClockCommand['do'], kind: ClockKind, staffId: number | null = null): void {
    this.#commands.push({ do: what, kind, at: this.#at, staffId })
  }
}
