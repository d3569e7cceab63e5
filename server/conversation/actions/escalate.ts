import { audience } from '../../../domain/event.ts'
import { appendEvents, type NewEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { raisePriorities, requeue } from '../store/escalate.ts'
import { appendSteps } from './lines.ts'

/** Raises the priority of many conversations by one, with a step in each. */
export async function raisePriority(work: Work, conversationIds: readonly number[]): Promise<void> {
  if (conversationIds.length === 0) return
  const raised = await raisePriorities(work.tx, conversationIds)
  await appendSteps(
    work,
    raised.map((conversationId) => ({ conversationId, code: 'priority_raised' })),
  )
}

/** Takes many conversations from those who have them in hand and puts them back to the front of the queue. */
export async function requeueOverdue(work: Work, conversationIds: readonly number[]): Promise<void> {
  if (conversationIds.length === 0) return
  const requeued = await requeue(work.tx, conversationIds)
  const events = requeued.map((one): NewEvent<'conversation.released'> => {
    const keys = [audience.shop(one.shopId), audience.conversation(one.id), audience.staff(one.staffId)]
    return {
      name: 'conversation.released',
      brandId: one.brandId,
      data: { conversationId: one.id, staffId: one.staffId, from: one.from },
      audience: one.teamId === null ? keys : [...keys, audience.team(one.teamId)],
    }
  })
  await appendEvents(work, events)
  await appendSteps(
    work,
    requeued.map(({ id, from, staffId }) => ({
      conversationId: id,
      code: 'requeued_overdue',
      data: { staffId },
      from,
    })),
  )
}
