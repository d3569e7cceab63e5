import { refuse } from '../../domain/errors.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { accessConversationToChange, type ConversationRecord } from '../conversation/access.ts'
import type { Tx } from '../platform/work.ts'
import { type PromiseRow, selectPromiseToChange } from './store.ts'

/**
 * A promise to be changed, with its conversation, both locked. Whoever may answer the conversation may.
 * Refuses `promise_not_found`.
 */
export async function accessPromiseToChange(
  tx: Tx,
  viewer: Viewer,
  promiseId: number,
): Promise<{ promise: PromiseRow; conversation: ConversationRecord }> {
  const promise = await selectPromiseToChange(tx, promiseId)
  if (!promise) throw refuse('promise_not_found')
  const conversation = await accessConversationToChange(
    tx,
    viewer,
    promise.conversationId,
    'conversation.reply',
  ).catch((error: unknown) => {
    throw error instanceof Refusal ? refuse('promise_not_found') : error
  })
  return { promise, conversation }
}
