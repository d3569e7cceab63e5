import { refuse } from '../../../domain/errors.ts'
import type { RatingGiven } from '../../../domain/rating/endpoints.ts'
import { ratingState } from '../../../domain/rating/invitation.ts'
import { fittingReasons, isLow } from '../../../domain/rating/scale.ts'
import { lockConversation } from '../../conversation/access.ts'
import { conversationAudience } from '../../conversation/actions/audience.ts'
import { appendStep } from '../../conversation/actions/line.ts'
import { giveNotice } from '../../notice/actions.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { takeFromWindow } from '../../platform/http/rate.ts'
import type { Platform, Work } from '../../platform/work.ts'
import {
  findRating,
  findSupervisors,
  markLowTold,
  type RatingRecord,
  type SaidRating,
  saveRating,
} from '../store/rating.ts'

/** Looks at links and ratings by them from one address in five minutes; whole networks share one. */
const linksPerAddress = 300

/** Counts a call at a link, so that tokens cannot be tried out. Refuses `too_many_requests`. */
export async function takeLinkCall(platform: Platform, address: string): Promise<void> {
  await takeFromWindow(platform.kysely, `rating link:${address}`, linksPerAddress, 300, platform.now())
}

/**
 * Keeps what the customer says, with its event, a step in the thread, and, for a first low score, a notice to those
 * who lead at that place and to the one who is credited. The same words again change nothing; who is credited never
 * changes. Refuses `rating_over`. Answers the rating as it is now.
 */
export async function giveRating(work: Work, ratingId: number, given: RatingGiven): Promise<RatingRecord> {
  const found = await findRating(work.tx, ratingId)
  if (!found) throw refuse('rating_not_found')
  const conversation = await lockConversation(work.tx, found.conversationId)
  if (!conversation) throw refuse('conversation_not_found')
  const before = (await findRating(work.tx, ratingId)) ?? found
  const state = ratingState(
    { expiresAt: before.expiresAt.getTime(), ratedAt: before.ratedAt?.getTime() ?? null },
    work.now.getTime(),
  )
  if (state === 'expired' || state === 'fixed') throw refuse('rating_over')
  const { score, solved } = given
  const reasons = fittingReasons(score, given.reasons)
  const said: SaidRating = { score, solved, reasons, comment: given.comment.trim() }
  if (saysTheSame(before, said)) return before
  const changed = before.ratedAt !== null
  await saveRating(work.tx, ratingId, said, work.now)
  await appendEvent(work, {
    name: 'rating.given',
    brandId: conversation.brandId,
    data: {
      conversationId: conversation.id,
      ratingId,
      shopId: conversation.shopId,
      score,
      reasons,
      solved,
      creditedStaffId: before.creditedStaffId,
      changed,
    },
    audience: conversationAudience(conversation, { staffId: before.creditedStaffId }),
  })
  if (before.score !== score)
    await appendStep(work, conversation, changed ? 'rating_changed' : 'rated', { score })
  if (isLow(score) && before.lowToldAt === null) {
    const supervisors = await findSupervisors(work.tx, conversation)
    const told = new Set([...supervisors, ...(before.creditedStaffId ? [before.creditedStaffId] : [])])
    for (const staffId of told)
      await giveNotice(work, { staffId, kind: 'low_rating', conversationId: conversation.id })
    await markLowTold(work.tx, ratingId, work.now)
  }
  return (await findRating(work.tx, ratingId)) ?? before
}

function saysTheSame(before: RatingRecord, said: SaidRating): boolean {
  return (
    before.score === said.score &&
    before.solved === said.solved &&
    before.comment === said.comment &&
    before.reasons.join() === said.reasons.join()
  )
}
