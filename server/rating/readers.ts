import type { Reader } from '../platform/event-log/reader.ts'
import { type Ending, inviteAfterEnd } from './actions/invite.ts'

/** Invites the customer to rate once a conversation has ended. */
export const ratingInvitationReader: Reader<Ending[]> = {
  name: 'rating_invitation',
  prepare: async (events) =>
    events
      .filter(({ name }) => name === 'conversation.ended')
      .map(({ data }) => ({ conversationId: Number(data.conversationId), from: String(data.from) })),
  apply: (work, endings) => inviteAfterEnd(work, endings),
}
