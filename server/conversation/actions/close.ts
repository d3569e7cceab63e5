import type { Outcome } from '../../../domain/conversation/state.ts'
import { nextState } from '../../../domain/conversation/transitions.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { settingsOf } from '../../channel/access.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { beginWrapUp } from '../../presence/actions/wrap-up.ts'
import { requireTopic } from '../../topic/access.ts'
import { accessConversationToChange } from '../access.ts'
import { type ConversationRecord, findOverdueResolved, updateConversation } from '../store/conversation.ts'
import { conversationAudience } from './audience.ts'
import { appendStep } from './line.ts'
import { requireHand, stateAfter } from './pass.ts'

export interface WrapUp {
  readonly conversationId: number
  readonly topicId: number | null
  readonly outcome: Outcome
  readonly note: string
}

/** Resolves with a wrap-up record. It ends by itself when the channel's time is over, unless the customer writes. */
export async function resolveConversation(work: Work, viewer: Viewer, wrapUp: WrapUp): Promise<void> {
  const conversation = await accessConversationToChange(
    work.tx,
    viewer,
    wrapUp.conversationId,
    'conversation.reply',
  )
  requireHand(viewer, conversation)
  const state = stateAfter(conversation, 'resolve')
  if (wrapUp.topicId !== null) await requireTopic(work.tx, conversation.brandId, wrapUp.topicId)
  const { endsAfterMinutes } = await settingsOf(work.tx, conversation.channelId)
  await updateConversation(work.tx, conversation.id, {
    state,
    assigneeId: conversation.assigneeId ?? viewer.staffId,
    topicId: wrapUp.topicId ?? conversation.topicId,
    outcome: wrapUp.outcome,
    wrapUpNote: wrapUp.note,
    waitingSince: null,
    resolvedAt: work.now,
    endsAt: new Date(work.now.getTime() + endsAfterMinutes * 60_000),
  })
  await appendEvent(work, {
    name: 'conversation.resolved',
    brandId: conversation.brandId,
    data: {
      conversationId: conversation.id,
      staffId: viewer.staffId,
      from: conversation.state,
      topicId: wrapUp.topicId ?? conversation.topicId,
      outcome: wrapUp.outcome,
    },
    audience: conversationAudience(conversation, { staffId: viewer.staffId }),
  })
  await appendStep(
    work,
    conversation,
    'resolved',
    { outcome: wrapUp.outcome, topicId: wrapUp.topicId },
    state,
  )
  await beginWrapUp(work, viewer.staffId, conversation.channelId)
}

/** Takes a resolved conversation up again. */
export async function reopenConversation(work: Work, viewer: Viewer, conversationId: number): Promise<void> {
  const conversation = await accessConversationToChange(work.tx, viewer, conversationId, 'conversation.reply')
  const state = stateAfter(conversation, 'reopen')
  await updateConversation(work.tx, conversation.id, {
    state,
    outcome: null,
    resolvedAt: null,
    endsAt: null,
    ...(state === 'queued' ? { enqueuedAt: work.now } : {}),
  })
  await appendEvent(work, {
    name: 'conversation.reopened',
    brandId: conversation.brandId,
    data: { conversationId: conversation.id, by: 'staff', staffId: viewer.staffId },
    audience: conversationAudience(conversation),
  })
  await appendStep(work, conversation, 'reopened', {}, state)
}

/** Marks as spam, which ends it, or takes the mark back; what has ended stays ended. */
export async function markSpam(
  work: Work,
  viewer: Viewer,
  conversationId: number,
  spam: boolean,
): Promise<void> {
  const conversation = await accessConversationToChange(work.tx, viewer, conversationId, 'conversation.spam')
  if (conversation.spam === spam) return
  const facts = { assigned: conversation.assigneeId !== null }
  const state = spam
    ? (nextState(conversation.state, 'mark_spam', facts) ?? conversation.state)
    : conversation.state
  const ends = state === 'ended' && conversation.state !== 'ended'
  await updateConversation(work.tx, conversation.id, {
    spam,
    state,
    outcome: spam ? 'spam' : null,
    ...(ends ? { endedAt: work.now, endsAt: null, waitingSince: null } : {}),
  })
  await appendEvent(work, {
    name: 'conversation.spam_marked',
    brandId: conversation.brandId,
    data: { conversationId: conversation.id, spam },
    audience: conversationAudience(conversation),
  })
  if (ends) await appendEnded(work, conversation)
  await appendStep(work, conversation, spam ? 'spam_marked' : 'spam_unmarked', {}, state)
}

/** Ends resolved conversations whose time is over; answers how many. */
export async function endResolved(platform: Platform): Promise<number> {
  return transact(platform, system, async (work) => {
    const overdue = await findOverdueResolved(work.tx, work.now, 200)
    for (const conversation of overdue) {
      await updateConversation(work.tx, conversation.id, {
        state: stateAfter(conversation, 'end'),
        endedAt: work.now,
        endsAt: null,
      })
      await appendEnded(work, conversation)
    }
    return overdue.length
  })
}

async function appendEnded(work: Work, conversation: ConversationRecord): Promise<void> {
  await appendEvent(work, {
    name: 'conversation.ended',
    brandId: conversation.brandId,
    data: { conversationId: conversation.id, from: conversation.state },
    audience: conversationAudience(conversation),
  })
}
