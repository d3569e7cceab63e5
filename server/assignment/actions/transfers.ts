import { goesToLead, nextTransferState, type TransferCommand } from '../../../domain/assignment/transfer.ts'
import { refuse } from '../../../domain/errors.ts'
import { mayAt, type Viewer } from '../../../domain/staff/scope.ts'
import { accessConversationToChange, lockConversation, nameOfReceiver } from '../../conversation/access.ts'
import { appendStep } from '../../conversation/actions/line.ts'
import { passTo, requireHand, stateAfter } from '../../conversation/actions/pass.ts'
import { giveNotice } from '../../notice/actions.ts'
import { brokenConstraint, type Work } from '../../platform/work.ts'
import { accessTransferToSettle } from '../access.ts'
import { insertAssignment } from '../store/assignment.ts'
import { endOpen } from '../store/claim.ts'
import { selectPolicy } from '../store/policy.ts'
import {
  countAccepted,
  insertTransfer,
  type NamedTransfer,
  noteDecline,
  selectLead,
  selectMembersWhoMay,
  selectTransfer,
  settleTransfer,
} from '../store/transfer.ts'
import { byHand } from './reason.ts'
import { appendTransferEvent } from './transfer-event.ts'

export interface Offer {
  readonly conversationId: number
  readonly staffId: number | null
  readonly teamId: number | null
  readonly departmentId: number | null
  readonly reason: string
  readonly summary: string
}

/**
 * Offers a conversation to a person, or to whoever of a team or department accepts first. When it was passed on too
 * often already it goes to the duty lead instead. Refuses `receiver_unknown`, `transfer_open`, `command_impossible`.
 */
export async function offerTransfer(work: Work, viewer: Viewer, offer: Offer): Promise<NamedTransfer> {
  const { tx, now } = work
  const conversation = await accessConversationToChange(
    tx,
    viewer,
    offer.conversationId,
    'conversation.reply',
  )
  requireHand(viewer, conversation)
  stateAfter(conversation, 'hand_over_to_staff')
  const { policy } = await selectPolicy(tx, conversation.brandId)
  const number = 1 + (await countAccepted(tx, conversation.id))
  const lead = goesToLead(number, policy.leadFromTransfer)
    ? await selectLead(tx, conversation, [viewer.staffId, conversation.assigneeId])
    : null
  const to = lead === null ? offer : { ...offer, staffId: lead, teamId: null, departmentId: null }
  const hearers = await receiversOf(work, conversation, to)
  const transferId = await insertTransfer(tx, {
    brandId: conversation.brandId,
    conversationId: conversation.id,
    number,
    fromStaffId: conversation.assigneeId,
    toStaffId: to.staffId,
    toTeamId: to.teamId,
    toDepartmentId: to.departmentId,
    toLead: lead !== null && lead !== offer.staffId,
    reason: offer.reason,
    summary: offer.summary,
    offeredAt: now,
    expiresAt: new Date(now.getTime() + policy.acceptWithinSeconds * 1000),
  }).catch((error: unknown) => {
    throw brokenConstraint(error) === 'transfer_open' ? refuse('transfer_open') : error
  })
  const transfer = await selectTransfer(tx, transferId)
  if (!transfer) throw refuse('transfer_not_found')
  await appendTransferEvent(work, 'transfer.offered', transfer, conversation, { number }, hearers)
  await appendStep(work, conversation, 'transfer_offered', { name: transfer.toName, reason: offer.reason })
  for (const staffId of hearers.filter((one) => one !== viewer.staffId)) {
    await giveNotice(work, { staffId, kind: 'transfer_offered', conversationId: conversation.id })
  }
  return transfer
}

/** Who may accept. Refuses `receiver_unknown` when that is nobody, or the one who has it. */
async function receiversOf(
  work: Work,
  place: { brandId: number; shopId: number; teamId: number | null; assigneeId: number | null },
  to: Pick<Offer, 'staffId' | 'teamId' | 'departmentId'>,
): Promise<number[]> {
  if (to.staffId !== null) {
    const name = await nameOfReceiver(work.tx, to.staffId, place)
    if (name === null || to.staffId === place.assigneeId) throw refuse('receiver_unknown')
    return [to.staffId]
  }
  const members = (await selectMembersWhoMay(work.tx, to, place)).filter((id) => id !== place.assigneeId)
  if (members.length === 0) throw refuse('receiver_unknown')
  return members
}

/** Takes over what was offered; who answered first stays its owner. */
export async function acceptTransfer(work: Work, viewer: Viewer, transferId: number): Promise<void> {
  const { transfer, conversation } = await settling(work, viewer, transferId, 'accept')
  if (!transfer.toMe) throw refuse('transfer_not_found')
  if (transfer.expiresAt && transfer.expiresAt <= work.now) throw refuse('transfer_settled')
  if ((await nameOfReceiver(work.tx, viewer.staffId, conversation)) === null)
    throw refuse('transfer_not_found')
  await settleTransfer(work.tx, transferId, 'accepted', viewer.staffId, work.now)
  await passTo(work, conversation, { staffId: viewer.staffId, teamId: null, reason: transfer.reason })
  await endOpen(work.tx, [conversation.id], 'transferred', work.now)
  await insertAssignment(work.tx, {
    brandId: conversation.brandId,
    conversationId: conversation.id,
    staffId: viewer.staffId,
    how: 'transfer',
    reason: byHand,
    decidedAt: work.now,
  })
  await appendTransferEvent(work, 'transfer.accepted', transfer, conversation, { byStaffId: viewer.staffId })
}

/** Declines. It ends when it was for this person alone; of a team or department, others may still accept. */
export async function declineTransfer(
  work: Work,
  viewer: Viewer,
  transferId: number,
  reason: string,
): Promise<void> {
  const { transfer, conversation } = await settling(work, viewer, transferId, 'decline')
  if (!transfer.toMe) throw refuse('transfer_not_found')
  if (transfer.toStaffId === null) {
    await noteDecline(work.tx, transferId, viewer.staffId)
    const others = (
      await selectMembersWhoMay(
        work.tx,
        { teamId: transfer.toTeamId, departmentId: transfer.toDepartmentId },
        conversation,
      )
    ).filter(
      (id) => id !== transfer.fromStaffId && id !== viewer.staffId && !transfer.declinedBy.includes(id),
    )
    if (others.length > 0) return
  }
  await settleTransfer(work.tx, transferId, 'declined', viewer.staffId, work.now)
  await appendTransferEvent(work, 'transfer.declined', transfer, conversation, { byStaffId: viewer.staffId })
  await appendStep(work, conversation, 'transfer_declined', { staffId: viewer.staffId, reason })
  if (transfer.fromStaffId !== null) {
    await giveNotice(work, {
      staffId: transfer.fromStaffId,
      kind: 'transfer_declined',
      conversationId: conversation.id,
    })
  }
}

/** Takes an own offer back; whoever may assign takes back anybody's. */
export async function withdrawTransfer(work: Work, viewer: Viewer, transferId: number): Promise<void> {
  const { transfer, conversation } = await settling(work, viewer, transferId, 'withdraw')
  if (transfer.fromStaffId !== viewer.staffId && !mayAt(viewer, 'conversation.assign', conversation)) {
    throw refuse('transfer_not_found')
  }
  await settleTransfer(work.tx, transferId, 'withdrawn', viewer.staffId, work.now)
  await appendTransferEvent(work, 'transfer.withdrawn', transfer, conversation, { byStaffId: viewer.staffId })
}

/** The conversation locked before its transfer, and the transfer, if it can still take the command. */
async function settling(work: Work, viewer: Viewer, transferId: number, command: TransferCommand) {
  const seen = await selectTransfer(work.tx, transferId)
  const conversation = seen && (await lockConversation(work.tx, seen.conversationId))
  const transfer = conversation && (await accessTransferToSettle(work.tx, viewer, transferId, conversation))
  if (!transfer) throw refuse('transfer_not_found')
  if (nextTransferState(transfer.state, command) === null) throw refuse('transfer_settled')
  return { transfer, conversation }
}
