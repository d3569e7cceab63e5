import type { Source } from '../../domain/conversation/source.ts'
import type { FileView } from '../../domain/file/endpoints.ts'

/** What the server says about a message that it has taken. */
export interface Receipt {
  readonly conversation: string
  readonly seq: number
  readonly createdAt: string
}

/**
 * A message on its way out. `waiting` until the server has answered, then `sent` (kept a moment
 * so that the other tabs learn of it) or `failed` with the code of the refusal.
 */
export interface OutboxEntry {
  /** The same for every attempt: the server stores it once. */
  readonly key: string
  /** Place in the order, made from the time of writing. */
  readonly at: number
  readonly text: string
  readonly files: FileView[]
  readonly source?: Source
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly code?: string
  readonly receipt?: Receipt
}

/** What an attempt ended with. `status` 0: no answer came. */
export type Answer = { readonly receipt: Receipt } | { readonly status: number; readonly code: string }

/**
 * What follows from an answer: `sent`; `again` after a pause; `renew` the visitor, then again;
 * `ask` the visitor for name or mail address, then again; `failed` until the visitor tries again.
 */
export type Outcome = 'sent' | 'again' | 'renew' | 'ask' | 'failed'

const passing = [0, 408, 425, 429]

export function outcomeOf(answer: Answer): Outcome {
  if ('receipt' in answer) return 'sent'
  if (answer.code === 'visitor_unknown') return 'renew'
  if (answer.code === 'details_missing') return 'ask'
  return passing.includes(answer.status) || answer.status >= 500 ? 'again' : 'failed'
}

/** Puts entries into the order in which they were written. */
export function inWritingOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
}

/** The one entry that may go out now; a failed one does not hold up the rest. */
export function nextToSend(entries: readonly OutboxEntry[]): OutboxEntry | undefined {
  return inWritingOrder(entries).find(({ state }) => state === 'waiting')
}

/** The place for a new entry: after all others, even when the computer's clock went back. */
export function placeAfter(entries: readonly OutboxEntry[], now: number): number {
  return entries.reduce((place, { at }) => Math.max(place, at + 1), now)
}

/** The entry after an attempt. */
export function afterAnswer(entry: OutboxEntry, answer: Answer): OutboxEntry {
  if ('receipt' in answer) return { ...entry, state: 'sent', receipt: answer.receipt }
  if (outcomeOf(answer) !== 'failed') return entry
  return { ...entry, state: 'failed', code: answer.code }
}

/** A failed entry put at the end to go out once more; a key that was used for something else is replaced. */
export function retried(entry: OutboxEntry, at: number, freshKey: string): OutboxEntry {
  const key = entry.code === 'key_reused' ? freshKey : entry.key
  const { code: _code, receipt: _receipt, ...rest } = entry
  return { ...rest, key, at, state: 'waiting' }
}
