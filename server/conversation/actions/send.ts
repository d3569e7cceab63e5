import { refuse } from '../../../domain/errors.ts'
import { inTransaction, onPool, type RunStatement } from '../../platform/statement.ts'
import { brokenConstraint, type Platform, type Work } from '../../platform/work.ts'
import { appendVisitorLine, readStanding, type SentLine, startConversation } from '../store/send.ts'
import { opening, together, type VisitorMessage } from './send-together.ts'

export interface Sent extends SentLine {
  /** Whether this message started the conversation. */
  readonly started: boolean
  /** Whether the message was there already, under the same key. */
  readonly repeated: boolean
}

/**
 * Takes a message from a visitor in one round trip, committed by itself, and wakes the log's readers. Messages of
 * the same moment share the statement; what it leaves out is tried alone.
 */
export async function sendVisitorMessage(platform: Platform, message: VisitorMessage): Promise<Sent> {
  try {
    const { append, start } = together(platform)
    const sent = await (message.opens ? start(opening(message)) : append(message))
    if (sent) return { ...sent, started: message.opens, repeated: false }
    return await send(onPool(platform), message)
  } finally {
    platform.bus.poke()
  }
}

/** The same inside a transaction, for a message that carries files. */
export async function sendVisitorMessageIn(work: Work, message: VisitorMessage): Promise<Sent> {
  return send(inTransaction(work.tx), message)
}

/**
 * Appends to the open conversation, or starts one. The same key raced by a retry breaks the unique index in one
 * of the two, and a conversation may end or start between two looks: then it looks again.
 */
async function send(run: RunStatement, message: VisitorMessage): Promise<Sent> {
  for (let attempt = 1; attempt <= 4; attempt++) {
    try {
      for (const attemptOne of message.opens ? [start, append] : [append, start]) {
        const sent = await attemptOne(run, message)
        if (sent) return sent
      }
    } catch (error) {
      if (brokenConstraint(error) !== 'message_key') throw error
    }
    const standing = await readStanding(run, message)
    if (!standing.known) throw refuse('visitor_unknown')
    if (standing.earlier) return { ...standing.earlier, started: false, repeated: true }
    if (standing.blocked) throw refuse('customer_blocked')
    if (standing.hasty) throw refuse('too_many_messages', { retryAfterSeconds: 10 })
  }
  throw refuse('busy')
}

async function append(run: RunStatement, message: VisitorMessage): Promise<Sent | null> {
  const appended = await appendVisitorLine(run, message)
  return appended && { ...appended, started: false, repeated: false }
}

async function start(run: RunStatement, message: VisitorMessage): Promise<Sent | null> {
  const started = await startConversation(run, opening(message))
  return started && { ...started, started: true, repeated: false }
}
