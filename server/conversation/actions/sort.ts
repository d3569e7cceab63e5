import type { Viewer } from '../../../domain/staff/scope.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { requireTags } from '../../tag/access.ts'
import { requireTopic } from '../../topic/access.ts'
import { accessConversationToChange } from '../access.ts'
import { replaceTags, updateConversation } from '../store/conversation.ts'
import { conversationAudience } from './audience.ts'
import { appendStep } from './line.ts'
import { requireHand, stateAfter } from './pass.ts'

/** Replaces the tags. Tags of another brand are refused. */
export async function setTags(
  work: Work,
  viewer: Viewer,
  conversationId: number,
  tagIds: number[],
): Promise<void> {
  const conversation = await accessConversationToChange(work.tx, viewer, conversationId, 'conversation.reply')
  const unique = [...new Set(tagIds)]
  await requireTags(work.tx, conversation.brandId, unique)
  await replaceTags(work.tx, conversation.brandId, conversation.id, unique)
  await appendEvent(work, {
    name: 'conversation.tagged',
    brandId: conversation.brandId,
    data: { conversationId, tagIds: unique },
    audience: conversationAudience(conversation),
  })
}

/** Sets or clears the topic. */
export async function setTopic(
  work: Work,
  viewer: Viewer,
  conversationId: number,
  topicId: number | null,
): Promise<void> {
  const conversation = await accessConversationToChange(work.tx, viewer, conversationId, 'conversation.reply')
  if (topicId !== null) await requireTopic(work.tx, conversation.brandId, topicId)
  await updateConversation(work.tx, conversation.id, { topicId })
  await appendEvent(work, {
    name: 'conversation.topic_set',
    brandId: conversation.brandId,
    data: { conversationId, topicId },
    audience: conversationAudience(conversation),
  })
}

/** Work inside goes on; the customer has nothing to do. */
export async function waitInside(work: Work, viewer: Viewer, conversationId: number): Promise<void> {
  const conversation = await accessConversationToChange(work.tx, viewer, conversationId, 'conversation.reply')
  requireHand(viewer, conversation)
  const state = stateAfter(conversation, 'wait_inside')
  await updateConversation(work.tx, conversation.id, { state })
  await appendEvent(work, {
    name: 'conversation.waits_inside',
    brandId: conversation.brandId,
    data: { conversationId, from: conversation.state },
    audience: conversationAudience(conversation),
  })
  await appendStep(work, conversation, 'waits_inside', {}, state)
}
