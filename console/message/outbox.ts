import type { FileView } from '../../domain/file/endpoints.ts'
import type { MessageView } from '../../domain/message/endpoints.ts'

/** A line that was written here and is not in the thread yet. `at` in epoch milliseconds. */
export interface Outgoing {
  /** The writer's key; sending it again with the same key sends nothing twice. */
  key: string
  conversationId: number
  kind: 'message' | 'note'
  text: string
  files: FileView[]
  mentions: number[]
  cannedReplyId: number | null
  at: number
  state: 'sending' | 'sent' | 'failed'
  /** Code of the refusal, when it failed. */
  failure: string | null
}

export type OutboxStep =
  | { do: 'write'; line: Outgoing }
  | { do: 'sent'; key: string }
  | { do: 'failed'; key: string; failure: string }
  | { do: 'again'; key: string }
  | { do: 'discard'; key: string }
  | { do: 'seen'; lines: readonly MessageView[] }

/** What the outbox holds after a step. Lines leave it when the thread shows them, or when thrown away. */
export function outboxAfter(outbox: readonly Outgoing[], step: OutboxStep): readonly Outgoing[] {
  switch (step.do) {
    case 'write':
      return outbox.some((line) => line.key === step.line.key) ? outbox : [...outbox, step.line]
    case 'sent':
      return change(outbox, step.key, { state: 'sent', failure: null })
    case 'failed':
      return change(outbox, step.key, { state: 'failed', failure: step.failure })
    case 'again':
      return change(outbox, step.key, { state: 'sending', failure: null })
    case 'discard':
      return outbox.filter((line) => line.key !== step.key)
    case 'seen': {
      const shown = new Set(step.lines.flatMap((line) => (line.key ? [line.key] : [])))
      const left = outbox.filter((line) => !shown.has(line.key))
      return left.length === outbox.length ? outbox : left
    }
  }
}

function change(outbox: readonly Outgoing[], key: string, to: Partial<Outgoing>): readonly Outgoing[] {
  return outbox.map((line) => (line.key === key ? { ...line, ...to } : line))
}

/**
 * The next line to send: in each conversation one at a time, in the order of writing, so that an answer
 * never overtakes the one before. A failed line holds back those after it until it is sent or thrown away.
 */
export function nextToSend(outbox: readonly Outgoing[], underWay: ReadonlySet<string>): Outgoing[] {
  const busy = new Set(outbox.filter((line) => underWay.has(line.key)).map((line) => line.conversationId))
  const next: Outgoing[] = []
  for (const line of outbox) {
    if (line.state === 'sent' || busy.has(line.conversationId)) continue
    busy.add(line.conversationId)
    if (line.state === 'sending') next.push(line)
  }
  return next
}

/** Codes with which trying again by itself makes sense, because nothing was refused: the way there was broken. */
const passing: readonly string[] = [
  'unreachable',
  'busy',
  'internal',
  'too_many_requests',
  'too_many_messages',
]

/** Failed lines that may be sent again when the connection is back. */
export function worthAnotherTry(outbox: readonly Outgoing[]): Outgoing[] {
  return outbox.filter((line) => line.state === 'failed' && passing.includes(line.failure ?? ''))
}
