import type { VisitorMessage } from '../../domain/widget/endpoints.ts'

/** What the window holds of one talk. */
export interface Thread {
  /** Ascending by number, each number once. */
  readonly messages: readonly VisitorMessage[]
  /** From the first message held up to this number nothing is missing. */
  readonly completeTo: number
  /** Whether the server holds older messages. */
  readonly earlier: boolean
  /** Numbers taken back, kept because the message itself may arrive later. */
  readonly recalled: readonly number[]
}

/** A reply of `listVisitorMessages`. */
export interface Page {
  readonly messages: readonly VisitorMessage[]
  readonly more: boolean
}

export const emptyThread: Thread = { messages: [], completeTo: 0, earlier: false, recalled: [] }

/**
 * Puts messages that came by themselves into the thread by number. A repeated one changes nothing;
 * one from before the part that has been read is left for the page that will bring it with its neighbours.
 */
export function withMessages(thread: Thread, got: readonly VisitorMessage[]): Thread {
  const first = thread.earlier ? (thread.messages[0]?.seq ?? 0) : 0
  return merged(
    thread,
    got.filter(({ seq }) => seq >= first),
  )
}

/** Each number once; a late copy never undoes a recall. */
function merged(thread: Thread, got: readonly VisitorMessage[]): Thread {
  const bySeq = new Map(thread.messages.map((message) => [message.seq, message]))
  for (const message of got) bySeq.set(message.seq, newer(bySeq.get(message.seq), message))
  const messages = [...bySeq.values()]
    .sort((a, b) => a.seq - b.seq)
    .map((message) => settled(thread, message))
  return { ...thread, messages, completeTo: reach(thread.completeTo, messages) }
}

function newer(held: VisitorMessage | undefined, got: VisitorMessage): VisitorMessage {
  if (!held) return got
  return { ...(held.recalled ? held : got), key: got.key ?? held.key }
}

function settled(thread: Thread, message: VisitorMessage): VisitorMessage {
  return thread.recalled.includes(message.seq) ? { ...message, recalled: true, text: '', files: [] } : message
}

/** The highest number that follows without a hole. */
function reach(from: number, messages: readonly VisitorMessage[]): number {
  let to = from
  for (const { seq } of messages) if (seq === to + 1) to = seq
  return to
}

/** Takes a message's content away. */
export function withRecall(thread: Thread, seq: number): Thread {
  return merged({ ...thread, recalled: [...thread.recalled, seq] }, [])
}

/** Puts in the newest page. Older messages stay only where they touch it, so that no hole can hide. */
export function withLatest(thread: Thread, page: Page): Thread {
  const first = page.messages[0]?.seq ?? 0
  const last = page.messages.at(-1)?.seq ?? 0
  const kept = thread.messages.filter(({ seq }) => seq > last || (!page.more && seq >= first))
  return merged({ ...thread, messages: kept, completeTo: last, earlier: page.more }, page.messages)
}

/** Puts in an older page. */
export function withEarlier(thread: Thread, page: Page): Thread {
  return { ...merged(thread, page.messages), earlier: page.more }
}

/**
 * Puts in what was read after `after`. `upTo` is the highest number known when it was asked:
 * numbers up to there that did not come (notes of staff) do not exist for the visitor.
 */
export function withAfter(thread: Thread, asked: { upTo: number }, page: Page): Thread {
  const last = page.messages.at(-1)?.seq ?? 0
  const to = page.more ? last : Math.max(last, asked.upTo)
  return merged({ ...thread, completeTo: Math.max(thread.completeTo, to) }, page.messages)
}

/** The highest number that is known to exist. */
export function highest(thread: Thread, lastSeq: number): number {
  return Math.max(thread.messages.at(-1)?.seq ?? 0, lastSeq)
}

/** Where to read on, or null when nothing can be missing. */
export function missingAfter(thread: Thread, lastSeq: number): number | null {
  return highest(thread, lastSeq) > thread.completeTo ? thread.completeTo : null
}
