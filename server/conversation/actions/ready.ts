import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { type ConversationRecord, updateConversation } from '../store/conversation.ts'
import { conversationAudience } from './audience.ts'
import { giveTo, stateAfter } from './pass.ts'

/**
 * Makes a locked conversation ready for an answer: a resolved one is taken up again, one that nobody has goes to
 * the person who answers. Answers the record as it is then.
 */
export async function readyToAnswer(
  work: Work,
  conversation: ConversationRecord,
  staffId: number,
): Promise<ConversationRecord> {
  let ready = conversation
  if (ready.state === 'resolved') {
    const state = stateAfter(ready, 'reopen')
    await updateConversation(work.tx, ready.id, { state, outcome: null, resolvedAt: null, endsAt: null })
    await appendEvent(work, {
      name: 'conversation.reopened',
      brandId: ready.brandId,
      data: { conversationId: ready.id, by: 'staff', staffId },
      audience: conversationAudience(ready),
    })
    ready = { ...ready, state }
  }
  if (ready.assigneeId === null) {
    const state = stateAfter(ready, 'take')
    await giveTo(work, ready, staffId)
    ready = { ...ready, state, assigneeId: staffId }
  }
  return ready
}
