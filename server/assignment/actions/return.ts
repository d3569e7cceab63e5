import { lockConversation } from '../../conversation/access.ts'
import { conversationAudience } from '../../conversation/actions/audience.ts'
import { giveBack } from '../../conversation/actions/pass.ts'
import { giveNotice } from '../../notice/actions.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { endAssignment, selectSilent, stopWaitingForAnswer } from '../store/assignment.ts'
import { reconcile } from './intake.ts'

const atWork = ['in_service', 'waiting_customer', 'waiting_inside']

/** Puts a conversation back to the front of the queue, on record, if this person still has it. */
export async function returnToQueue(
  work: Work,
  conversationId: number,
  staffId: number,
  because: 'silent' | 'offline',
): Promise<boolean> {
  const conversation = await lockConversation(work.tx, conversationId)
  const has = conversation?.assigneeId === staffId && atWork.includes(conversation.state)
  // Silent is only who lets a customer wait.
  if (!conversation || !has || (because === 'silent' && conversation.state !== 'in_service')) {
    await stopWaitingForAnswer(work.tx, conversationId)
    return false
  }
  await giveBack(work, conversation, because)
  await endAssignment(work.tx, conversationId, because, work.now)
  await appendEvent(work, {
    name: 'assignment.returned',
    brandId: conversation.brandId,
    data: { conversationId, staffId, because },
    audience: conversationAudience(conversation),
  })
  if (because === 'silent') {
    await giveNotice(work, { staffId, kind: 'returned_silent', conversationId, byStaffId: null })
  }
  await reconcile(work, [conversationId])
  return true
}

/** Returns what was not answered in time; answers how many. Each in a transaction of its own. */
export async function returnSilent(platform: Platform): Promise<number> {
  let returned = 0
  for (const { conversationId, staffId } of await selectSilent(platform.kysely, platform.now(), 200)) {
    const done = await transact(platform, system, (work) =>
      returnToQueue(work, conversationId, staffId, 'silent'),
    )
    if (done) returned++
  }
  return returned
}
