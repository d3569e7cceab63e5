import type { Viewer } from '../../../domain/staff/scope.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { accessConversation } from '../access.ts'
import { moveReadMark, moveShopReadMark, writeDraft } from '../store/conversation.ts'
import { conversationAudience } from './audience.ts'

/** Remembers how far the viewer has read. When the one who has it reads, the customer sees "read". */
export async function markRead(
  work: Work,
  viewer: Viewer,
  conversationId: number,
  seq: number,
): Promise<void> {
  const conversation = await accessConversation(work.tx, viewer, conversationId)
  const upTo = Math.min(seq, conversation.lastSeq)
  const moved = await moveReadMark(work.tx, viewer.staffId, conversationId, upTo, work.now)
  if (!moved || conversation.assigneeId !== viewer.staffId) return
  if (!(await moveShopReadMark(work.tx, conversationId, upTo))) return
  await appendEvent(work, {
    name: 'conversation.read',
    brandId: conversation.brandId,
    data: { conversationId, by: 'staff', seq: upTo },
    audience: conversationAudience(conversation),
  })
}

/** Keeps unsent words; an empty text forgets them. */
export async function saveDraft(
  work: Work,
  viewer: Viewer,
  conversationId: number,
  text: string,
): Promise<void> {
  await accessConversation(work.tx, viewer, conversationId, 'conversation.reply')
  await writeDraft(work.tx, viewer.staffId, conversationId, text, work.now)
}
