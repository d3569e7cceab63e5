import type { ConversationState } from '../../../domain/conversation/state.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import type { ConversationRecord } from '../store/conversation.ts'
import { type AppendedLine, insertLine, type NewLine } from '../store/lines.ts'
import { conversationAudience } from './audience.ts'

/** Appends a line to a locked conversation with its event; `state` is the one after it. */
export async function appendLine(
  work: Work,
  conversation: ConversationRecord,
  line: NewLine,
  state: ConversationState = conversation.state,
): Promise<AppendedLine> {
  const appended = await insertLine(work.tx, conversation.id, line, work.now, state)
  await appendEvent(work, {
    name: 'message.appended',
    brandId: conversation.brandId,
    data: {
      conversationId: conversation.id,
      messageId: appended.messageId,
      seq: appended.seq,
      kind: line.kind,
      by: line.authorKind,
      staffId: line.authorKind === 'staff' ? line.authorId : null,
      shopId: conversation.shopId,
      from: conversation.state,
      to: state,
      ...(line.holding ? { holding: true } : {}),
    },
    audience: conversationAudience(conversation),
  })
  return appended
}

/** A small line in the thread about what happened; its text is a code, its data the parameters. */
export async function appendStep(
  work: Work,
  conversation: ConversationRecord,
  code: string,
  data: Readonly<Record<string, unknown>> = {},
  state: ConversationState = conversation.state,
): Promise<void> {
  const authorKind = work.actor.kind === 'staff' ? 'staff' : 'system'
  const line: NewLine = { kind: 'step', authorKind, authorId: work.actor.id, text: code, data }
  await appendLine(work, conversation, line, state)
}
