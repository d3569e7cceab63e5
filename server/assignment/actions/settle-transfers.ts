import { transferTable } from '../../../domain/assignment/transfer.ts'
import { lockConversation } from '../../conversation/access.ts'
import { appendStep } from '../../conversation/actions/line.ts'
import { giveNotice } from '../../notice/actions.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { selectExpired, selectMoved, settleTransfer, type TransferRow } from '../store/transfer.ts'
import { appendTransferEvent } from './transfer-event.ts'

/** Offers that nobody accepted in time return to their sender; answers how many were looked at. */
export async function returnExpired(platform: Platform): Promise<number> {
  const expired = await selectExpired(platform.kysely, platform.now(), 100)
  for (const transfer of expired) await transact(platform, system, (work) => returnOne(work, transfer))
  return expired.length
}

async function returnOne(work: Work, transfer: TransferRow): Promise<void> {
  const { conversationId, fromStaffId } = transfer
  const conversation = await lockConversation(work.tx, conversationId)
  const state = transferTable.offered.onTimeout
  if (!conversation || !state || !(await settleTransfer(work.tx, transfer.id, state, null, work.now))) return
  await appendTransferEvent(work, 'transfer.returned', transfer, conversation)
  await appendStep(work, conversation, 'transfer_returned')
  if (fromStaffId === null) return
  await giveNotice(work, { staffId: fromStaffId, kind: 'transfer_returned', conversationId, byStaffId: null })
}

/** Offers of conversations that have moved or ended otherwise are void. */
export async function withdrawMoved(work: Work, conversationIds: readonly number[]): Promise<void> {
  for (const transfer of await selectMoved(work.tx, conversationIds)) {
    const conversation = await lockConversation(work.tx, transfer.conversationId)
    if (!conversation || !(await settleTransfer(work.tx, transfer.id, 'withdrawn', null, work.now))) continue
    await appendTransferEvent(work, 'transfer.withdrawn', transfer, conversation, { byStaffId: null })
  }
}
