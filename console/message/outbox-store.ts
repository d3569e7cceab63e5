import { useMemo, useSyncExternalStore } from 'react'
import { CallRefused } from '../../domain/client.ts'
import type { MessageView } from '../../domain/message/endpoints.ts'
import { client, newKey } from '../shell/api.ts'
import { nextToSend, type OutboxStep, type Outgoing, outboxAfter, worthAnotherTry } from './outbox.ts'

const place = 'shopdesk.outbox'
const listeners = new Set<() => void>()
const underWay = new Set<string>()
let outbox: readonly Outgoing[] = stored()
let started = false

/** Lines of this conversation that are not in its thread yet, in the order of writing. */
export function useOutgoing(conversationId: number): readonly Outgoing[] {
  const all = useSyncExternalStore(subscribe, () => outbox)
  return useMemo(() => all.filter((line) => line.conversationId === conversationId), [all, conversationId])
}

type Written = Pick<Outgoing, 'conversationId' | 'kind' | 'text' | 'files' | 'mentions' | 'cannedReplyId'>

/** Hands a line over to be sent; it is shown at once and survives a reload. */
export function send(written: Written): string {
  const key = newKey()
  step({ do: 'write', line: { ...written, key, at: Date.now(), state: 'sending', failure: null } })
  return key
}

/** Tries a failed line again. */
export function sendAgain(key: string): void {
  step({ do: 'again', key })
}

/** Throws a failed line away. */
export function discard(key: string): void {
  step({ do: 'discard', key })
}

/** The thread has these lines now. */
export function outboxSees(lines: readonly MessageView[]): void {
  if (outbox.length > 0) step({ do: 'seen', lines })
}

/** Sends what an earlier page left behind, and what failed for want of a connection. */
export function resumeSending(): void {
  started = true
  for (const line of worthAnotherTry(outbox)) step({ do: 'again', key: line.key })
  sendNext()
}

function step(change: OutboxStep): void {
  const next = outboxAfter(outbox, change)
  if (next === outbox) return
  outbox = next
  keep()
  for (const listener of listeners) listener()
  sendNext()
}

function sendNext(): void {
  for (const line of nextToSend(outbox, underWay)) void sendLine(line)
}

async function sendLine(line: Outgoing): Promise<void> {
  underWay.add(line.key)
  const failure = await trySend(line)
  underWay.delete(line.key)
  step(failure === null ? { do: 'sent', key: line.key } : { do: 'failed', key: line.key, failure })
}

/** Sends a line; the code of the refusal when it was not taken. */
async function trySend(line: Outgoing): Promise<string | null> {
  const { key, text, mentions } = line
  const params = { conversationId: line.conversationId }
  const files = line.files.map((file) => file.id)
  const body = { key, text, files }
  try {
    if (line.kind === 'note')
      await client.message.addNote({ params, body: { ...body, mentions }, idempotencyKey: key })
    else
      await client.message.reply({ params, body: withCanned(body, line.cannedReplyId), idempotencyKey: key })
    return null
  } catch (error) {
    return error instanceof CallRefused ? error.code : 'internal'
  }
}

function withCanned<B extends object>(body: B, cannedReplyId: number | null): B & { cannedReplyId?: number } {
  return cannedReplyId === null ? body : { ...body, cannedReplyId }
}

function keep(): void {
  try {
    localStorage.setItem(place, JSON.stringify(outbox))
  } catch {
    // A full or closed store: the line is still sent, it only does not survive a reload.
  }
}

function stored(): readonly Outgoing[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(value) ? (value as Outgoing[]).filter((line) => line.state !== 'sent') : []
  } catch {
    return []
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!started) resumeSending()
  return () => listeners.delete(listener)
}
