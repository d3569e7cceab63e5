import { audience } from '../../../domain/event.ts'
import { appendEvents, type NewEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { insertSteps, type StepInput } from '../store/steps.ts'

/**
 * Appends a step to each of many conversations with one statement, by the system. `to` moves the conversation on.
 * Locks the conversations until the transaction ends.
 */
export async function appendSteps(work: Work, steps: readonly StepInput[]): Promise<void> {
  if (steps.length === 0) return
  const lines = await insertSteps(work.tx, steps, work.now)
  const events = lines.map((line): NewEvent<'message.appended'> => {
    const keys = [audience.shop(line.shopId), audience.conversation(line.conversationId)]
    if (line.teamId !== null) keys.push(audience.team(line.teamId))
    if (line.assigneeId !== null) keys.push(audience.staff(line.assigneeId))
    const { conversationId, messageId, seq, shopId, from, to } = line
    return {
      name: 'message.appended',
      brandId: line.brandId,
      data: { conversationId, messageId, seq, kind: 'step', by: 'system', staffId: null, shopId, from, to },
      audience: keys,
    }
  })
  await appendEvents(work, events)
}
