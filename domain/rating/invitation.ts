/** Hours in which an invitation may be answered. */
export const ratingWindowHours = 72
/** Hours after the first answer in which the customer may change it. */
export const ratingChangeHours = 24
/** An end longer ago than this invites nobody: what was read late must not disturb. */
export const invitesWithinHours = 24
/** Minutes that the card in the window waits before the link goes out by mail to those who have left. */
export const ratingMailAfterMinutes = 3

const hour = 3_600_000

/** What is known of a conversation that has ended. Moments in epoch milliseconds. */
export interface EndedConversation {
  readonly endedAt: number
  /** Public messages of humans, recalled ones left out. */
  readonly humanReplies: number
  readonly spam: boolean
  readonly customerBlocked: boolean
  readonly invitedBefore: boolean
  /** When this customer was last invited, over all conversations of the brand. */
  readonly customerInvitedAt: number | null
}

/** What the channel wants. */
export interface InvitationPolicy {
  readonly invites: boolean
  /** At most one invitation for a customer in so many hours; 0 for no such limit. */
  readonly everyHours: number
}

export type NotInvited =
  | 'invited_before'
  | 'switched_off'
  | 'spam'
  | 'blocked'
  | 'nobody_answered'
  | 'long_ago'
  | 'asked_lately'

/** Why the customer of an ended conversation is not invited to rate it; null when they are. `now` in epoch milliseconds. */
export function whyNotInvited(
  conversation: EndedConversation,
  policy: InvitationPolicy,
  now: number,
): NotInvited | null {
  const { customerInvitedAt } = conversation
  if (conversation.invitedBefore) return 'invited_before'
  if (!policy.invites) return 'switched_off'
  if (conversation.spam) return 'spam'
  if (conversation.customerBlocked) return 'blocked'
  if (conversation.humanReplies === 0) return 'nobody_answered'
  if (now - conversation.endedAt > invitesWithinHours * hour) return 'long_ago'
  if (customerInvitedAt !== null && now - customerInvitedAt < policy.everyHours * hour) return 'asked_lately'
  return null
}

/** When an invitation of this moment runs out, in epoch milliseconds. */
export function invitationEnds(invitedAt: number): number {
  return invitedAt + ratingWindowHours * hour
}

/** An invitation and whether it was answered. Moments in epoch milliseconds. */
export interface RatingTimes {
  readonly expiresAt: number
  /** Of the first answer; changes leave it as it is. */
  readonly ratedAt: number | null
}

/** Until when the customer may rate, or change what they said, in epoch milliseconds. */
export function ratingOpenUntil({ expiresAt, ratedAt }: RatingTimes): number {
  return ratedAt === null ? expiresAt : ratedAt + ratingChangeHours * hour
}

export type RatingState = 'open' | 'rated' | 'fixed' | 'expired'

/** `open`: not answered yet. `rated`: answered and still to be changed. `fixed`: answered for good. `expired`: too late. */
export function ratingState(times: RatingTimes, now: number): RatingState {
  const over = now >= ratingOpenUntil(times)
  if (times.ratedAt === null) return over ? 'expired' : 'open'
  return over ? 'fixed' : 'rated'
}
