import type { ConversationState } from '../../../domain/conversation/state.ts'
import type { ConversationCommand } from '../../../domain/conversation/transitions.ts'
import { nextState } from '../../../domain/conversation/transitions.ts'
import { refuse } from '../../../domain/errors.ts'
import { mayAt, type Viewer } from '../../../domain/staff/scope.ts'
import { giveNotice } from '../../notice/actions.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { accessConversationToChange } from '../access.ts'
import { type ConversationRecord, updateConversation } from '../store/conversation.ts'
import { findReceiver, findReceivingTeam } from '../store/receivers.ts'
import { conversationAudience } from './audience.ts'
import { appendStep } from './line.ts'

/** The state after the command; refuses what the table does not allow now. */
export function stateAfter(
  conversation: ConversationRecord,
  command: ConversationCommand,
): ConversationState {
  const next = nextState(conversation.state, command, { assigned: conversation.assigneeId !== null })
  if (next === null) throw refuse('command_impossible', { state: conversation.state, command })
  return next
}

/** Refuses when somebody else has it and the viewer may not move other people's work. */
export function requireHand(viewer: Viewer, conversation: ConversationRecord): void {
  const own = conversation.assigneeId === null || conversation.assigneeId === viewer.staffId
  if (!own && !mayAt(viewer, 'conversation.assign', conversation)) throw refuse('conversation_taken')
}

/** The viewer takes the conversation. Taking what one has already changes nothing. */
export async function takeConversation(work: Work, viewer: Viewer, conversationId: number): Promise<void> {
  const conversation = await accessConversationToChange(work.tx, viewer, conversationId, 'conversation.reply')
  if (conversation.assigneeId === viewer.staffId) return
  requireHand(viewer, conversation)
  await giveTo(work, conversation, viewer.staffId)
}

/** Gives a locked conversation to a person, with its event and step. */
export async function giveTo(work: Work, conversation: ConversationRecord, staffId: number): Promise<void> {
  const state = stateAfter(conversation, 'take')
  await updateConversation(work.tx, conversation.id, { state, assigneeId: staffId })
  await appendEvent(work, {
    name: 'conversation.taken',
    brandId: conversation.brandId,
    data: {
      conversationId: conversation.id,
      staffId,
      fromStaffId: conversation.assigneeId,
      from: conversation.state,
    },
    audience: conversationAudience(conversation, { staffId }),
  })
  await appendStep(work, conversation, 'taken', { staffId }, state)
}

export interface HandOver {
  readonly conversationId: number
  readonly staffId: number | null
  readonly teamId: number | null
  readonly reason: string
}

/** Passes the conversation to a person, or to a team's queue. The waiting time of the customer goes on. */
export async function handOver(work: Work, viewer: Viewer, to: HandOver): Promise<void> {
  const conversation = await accessConversationToChange(
    work.tx,
    viewer,
    to.conversationId,
    'conversation.reply',
  )
  requireHand(viewer, conversation)
  await passTo(work, conversation, to)
  if (to.staffId && to.staffId !== viewer.staffId) {
    await giveNotice(work, { staffId: to.staffId, kind: 'handed_over', conversationId: conversation.id })
  }
}

/** Passes a locked conversation on, with event and step. Refuses `receiver_unknown`, `command_impossible`. */
export async function passTo(
  work: Work,
  conversation: ConversationRecord,
  to: Omit<HandOver, 'conversationId'>,
): Promise<void> {
  const { staffId, teamId } = to
  const state = stateAfter(conversation, staffId ? 'hand_over_to_staff' : 'hand_over_to_team')
  const name = staffId
    ? await findReceiver(work.tx, staffId, conversation)
    : await findReceivingTeam(work.tx, teamId ?? 0, conversation.brandId)
  if (name === null) throw refuse('receiver_unknown')
  await updateConversation(work.tx, conversation.id, {
    state,
    assigneeId: staffId,
    ...(teamId ? { teamId } : {}),
  })
  await appendEvent(work, {
    name: 'conversation.handed_over',
    brandId: conversation.brandId,
    data: {
      conversationId: conversation.id,
      fromStaffId: conversation.assigneeId,
      toStaffId: staffId,
      toTeamId: teamId,
      from: conversation.state,
    },
    audience: conversationAudience(conversation, { staffId, teamId }),
  })
  await appendStep(work, conversation, 'handed_over', { staffId, teamId, name, reason: to.reason }, state)
}

/** Puts it back into the queue, at the place of its first waiting: the front. */
export async function releaseConversation(work: Work, viewer: Viewer, conversationId: number): Promise<void> {
  const conversation = await accessConversationToChange(work.tx, viewer, conversationId, 'conversation.reply')
  requireHand(viewer, conversation)
  await release(work, conversation, stateAfter(conversation, 'release'), 'released')
}

/**
 * Takes a locked conversation from somebody who stays silent or has left: what the customer waits for goes back to
 * the front of the queue; where the customer has the ball it stays so, and queues when they write.
 */
export async function giveBack(
  work: Work,
  conversation: ConversationRecord,
  because: 'silent' | 'offline',
): Promise<void> {
  const waits = conversation.state === 'waiting_customer'
  const state = waits ? conversation.state : stateAfter(conversation, 'release')
  await release(work, conversation, state, `returned_${because}`)
}

async function release(
  work: Work,
  conversation: ConversationRecord,
  state: ConversationState,
  step: string,
): Promise<void> {
  const staffId = conversation.assigneeId
  await updateConversation(work.tx, conversation.id, { state, assigneeId: null })
  await appendEvent(work, {
    name: 'conversation.released',
    brandId: conversation.brandId,
    data: { conversationId: conversation.id, staffId, from: conversation.state },
    audience: conversationAudience(conversation),
  })
  await appendStep(work, conversation, step, step === 'released' ? {} : { staffId }, state)
}
