import { refuse } from '../../../domain/errors.ts'
import { mayRecall, staffRecallSeconds } from '../../../domain/message/recall.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessConversation } from '../../conversation/access.ts'
import { conversationAudience } from '../../conversation/actions/audience.ts'
import { removeFilesOf } from '../../file/actions.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { blankMessage, findOwnMessage, findVisitorMessage } from '../store/message.ts'

/** Takes an own message back; its words and files are deleted. Doing it twice changes nothing. */
export async function recallMessage(work: Work, viewer: Viewer, messageId: number): Promise<void> {
  const message = await findOwnMessage(work.tx, viewer.staffId, messageId)
  if (!message) throw refuse('message_not_found')
  if (message.recalledAt) return
  if (!mayRecall(message.createdAt, work.now, staffRecallSeconds)) throw refuse('recall_too_late')
  const conversation = await accessConversation(work.tx, viewer, message.conversationId, 'conversation.reply')
  await blankMessage(work.tx, messageId, work.now)
  await removeFilesOf(work, messageId)
  await appendEvent(work, {
    name: 'message.recalled',
    brandId: conversation.brandId,
    data: { conversationId: conversation.id, messageId, seq: message.seq, by: 'staff' },
    audience: conversationAudience(conversation),
  })
}

export interface VisitorRecall {
  readonly tokenHash: Buffer
  readonly publicId: string
  readonly key: string
}

/** The same for a visitor, within the limit of the shop's channel. */
export async function recallVisitorMessage(work: Work, input: VisitorRecall): Promise<void> {
  const message = await findVisitorMessage(work.tx, input.tokenHash, input.publicId, input.key, work.now)
  if (!message) throw refuse('message_not_found')
  if (message.recalledAt) return
  if (!mayRecall(message.createdAt, work.now, message.recallSeconds ?? 120)) throw refuse('recall_too_late')
  await blankMessage(work.tx, message.id, work.now)
  await removeFilesOf(work, message.id)
  await appendEvent(
    { ...work, actor: { kind: 'customer', id: message.customerId } },
    {
      name: 'message.recalled',
      brandId: message.brandId,
      data: {
        conversationId: message.conversationId,
        messageId: message.id,
        seq: message.seq,
        by: 'customer',
      },
      audience: conversationAudience({ ...message, id: message.conversationId }),
    },
  )
}
