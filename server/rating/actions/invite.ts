import { webchatSettings } from '../../../domain/channel/settings.ts'
import { creditOf } from '../../../domain/rating/credit.ts'
import { invitationEnds, ratingMailAfterMinutes, whyNotInvited } from '../../../domain/rating/invitation.ts'
import { conversationAudience } from '../../conversation/actions/audience.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import {
  type EndedLine,
  type EndedRecord,
  findCreditLines,
  findEnded,
  insertInvitation,
} from '../store/invitation.ts'

/** A conversation that ended, and the state that it ended from. */
export interface Ending {
  readonly conversationId: number
  readonly from: string
}

/** Invites the customers of these ended conversations to rate them, where the rules allow it; each once. */
export async function inviteAfterEnd(work: Work, endings: readonly Ending[]): Promise<void> {
  if (endings.length === 0) return
  const from = new Map(endings.map((ending) => [ending.conversationId, ending.from]))
  const ended = await findEnded(work.tx, [...from.keys()])
  const lines = Map.groupBy(await findCreditLines(work.tx, [...from.keys()]), (line) => line.conversationId)
  const invitedNow = new Set<number>()
  for (const conversation of ended) {
    const { conversationId, customerId } = conversation
    const asked = invitedNow.has(customerId) ? work.now : conversation.customerInvitedAt
    const resolved = from.get(conversationId) === 'resolved'
    const invited = await invite(
      work,
      { ...conversation, customerInvitedAt: asked },
      lines.get(conversationId) ?? [],
      resolved,
    )
    if (invited) invitedNow.add(customerId)
  }
}

async function invite(
  work: Work,
  conversation: EndedRecord,
  lines: readonly EndedLine[],
  resolved: boolean,
): Promise<boolean> {
  const resolution = resolved ? lines.findLast((line) => line.step === 'resolved') : undefined
  const credit = creditOf(lines, resolution?.seq ?? Number.POSITIVE_INFINITY)
  const settings = webchatSettings.parse(conversation.settings)
  const why = whyNotInvited(
    {
      endedAt: conversation.endedAt.getTime(),
      humanReplies: credit?.allReplies ?? 0,
      spam: conversation.spam,
      customerBlocked: conversation.blocked,
      invitedBefore: conversation.invited,
      customerInvitedAt: conversation.customerInvitedAt?.getTime() ?? null,
    },
    { invites: settings.rating, everyHours: settings.ratingEveryHours },
    work.now.getTime(),
  )
  if (why !== null || !credit) return false
  const { brandId, conversationId, shopId, customerId } = conversation
  const ratingId = await insertInvitation(work.tx, {
    brandId,
    conversationId,
    shopId,
    customerId,
    invitedAt: work.now,
    expiresAt: new Date(invitationEnds(work.now.getTime())),
    mailDueAt: mailDueAt(work, conversation),
    resolvedAt: conversation.resolvedAt,
    creditedStaffId: credit.staffId,
    creditedReplies: credit.replies,
    allReplies: credit.allReplies,
    creditTied: credit.tied,
  })
  if (ratingId === null) return false
  await appendEvent(work, {
    name: 'rating.invited',
    brandId,
    data: { conversationId, ratingId, shopId, customerId, creditedStaffId: credit.staffId },
    audience: conversationAudience({ ...conversation, id: conversationId }, { staffId: credit.staffId }),
  })
  return true
}

/** A link needs an address to go to, a server that takes mail, and our own address to lead back to. */
function mailDueAt(work: Work, conversation: EndedRecord): Date | null {
  const { smtpUrl, publicUrl } = work.platform.config
  if (!conversation.hasEmail || !smtpUrl || !publicUrl) return null
  return new Date(work.now.getTime() + ratingMailAfterMinutes * 60_000)
}
