import { matchOf, withoutWishes } from '../../../domain/assignment/requirements.ts'
import { refuse } from '../../../domain/errors.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { mayAt, reachOf, type Viewer } from '../../../domain/staff/scope.ts'
import { accessConversationToChange } from '../../conversation/access.ts'
import { giveTo, passTo, releaseConversation } from '../../conversation/actions/pass.ts'
import { giveNotice } from '../../notice/actions.ts'
import type { Work } from '../../platform/work.ts'
import { insertAssignment } from '../store/assignment.ts'
import { endOpen } from '../store/claim.ts'
import { lockNext, lockNextUnsorted } from '../store/next.ts'
import { deleteEntries } from '../store/queue.ts'
import { knownNow, learnGroups } from './cache.ts'
import { byHand } from './reason.ts'

/**
 * The viewer pulls the next one, in the order of assignment: of those whose requirements they meet, then of those
 * they could do with wishes left aside. Capacity does not bind. Null when nothing waits for them.
 */
export async function takeNext(work: Work, viewer: Viewer): Promise<number | null> {
  const { tx } = work
  const have = await knownNow(work.platform, tx)
  await learnGroups(have, tx)
  const profile = have.profiles.get(viewer.staffId)
  const reach = reachOf(viewer, 'conversation.reply')
  const groups = profile ? [...have.groups.values()] : []
  const passes = [
    groups.filter((group) => profile && matchOf(profile, group.brandId, group.asks) !== null),
    groups.filter((group) => profile && matchOf(profile, group.brandId, withoutWishes(group.asks)) !== null),
  ]
  let next = null
  for (const pass of passes) {
    const ids = pass.map((group) => group.id)
    next ??= await lockNext(tx, ids, reach, viewer.staffId)
  }
  next ??= await lockNextUnsorted(tx, reach, viewer.staffId)
  if (next === null) return null
  const conversation = await accessConversationToChange(tx, viewer, next, 'conversation.reply')
  await giveTo(work, conversation, viewer.staffId)
  await record(work, conversation, viewer.staffId, 'pull')
  await deleteEntries(tx, [next])
  return next
}

/** Gives a conversation to somebody, whatever their capacity and presence; on record. */
export async function assignConversation(
  work: Work,
  viewer: Viewer,
  to: { conversationId: number; staffId: number; reason: string },
): Promise<void> {
  const conversation = await accessConversationToChange(
    work.tx,
    viewer,
    to.conversationId,
    'conversation.assign',
  )
  if (!mayAt(viewer, 'conversation.assign', conversation)) throw refuse('not_allowed')
  if (conversation.assigneeId === to.staffId) return
  await passTo(work, conversation, { staffId: to.staffId, teamId: null, reason: to.reason })
  await record(work, conversation, to.staffId, 'override')
  await deleteEntries(work.tx, [conversation.id])
  if (to.staffId !== viewer.staffId) {
    await giveNotice(work, { staffId: to.staffId, kind: 'assigned', conversationId: conversation.id })
  }
}

async function record(
  work: Work,
  conversation: { id: number; brandId: number },
  staffId: number,
  how: 'pull' | 'override',
): Promise<void> {
  await endOpen(work.tx, [conversation.id], 'taken', work.now)
  await insertAssignment(work.tx, {
    brandId: conversation.brandId,
    conversationId: conversation.id,
    staffId,
    how,
    reason: byHand,
    decidedAt: work.now,
  })
}

export interface Move {
  readonly conversationIds: readonly number[]
  readonly staffId: number | null
  readonly teamId: number | null
  readonly reason: string
}

/** Moves many at once: each that can be moved is, the others are named with the code of the refusal. */
export async function moveConversations(work: Work, viewer: Viewer, move: Move) {
  const movedIds: number[] = []
  const refused: { conversationId: number; code: string }[] = []
  // In the order of their numbers, so that two moves of the same do not wait for each other in a circle.
  for (const conversationId of [...new Set(move.conversationIds)].sort((a, b) => a - b)) {
    try {
      await moveOne(work, viewer, conversationId, move)
      movedIds.push(conversationId)
    } catch (error) {
      // Refusals come before anything is written, so that the rest may go on in the same transaction.
      if (!(error instanceof Refusal)) throw error
      refused.push({ conversationId, code: error.code })
    }
  }
  return { movedIds, refused }
}

async function moveOne(work: Work, viewer: Viewer, conversationId: number, move: Move): Promise<void> {
  if (move.staffId !== null) {
    return assignConversation(work, viewer, { conversationId, staffId: move.staffId, reason: move.reason })
  }
  const conversation = await accessConversationToChange(
    work.tx,
    viewer,
    conversationId,
    'conversation.assign',
  )
  if (!mayAt(viewer, 'conversation.assign', conversation)) throw refuse('not_allowed')
  if (move.teamId !== null) {
    return passTo(work, conversation, { staffId: null, teamId: move.teamId, reason: move.reason })
  }
  if (conversation.state !== 'queued') await releaseConversation(work, viewer, conversationId)
}
