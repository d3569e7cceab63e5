import { audience } from '../../../domain/event.ts'
import type { ConversationRecord } from '../store/conversation.ts'

/** Who hears of a conversation: its shop, its team, who has it, who looks at it, and those whom a change reaches. */
export function conversationAudience(
  conversation: Pick<ConversationRecord, 'id' | 'shopId' | 'teamId' | 'assigneeId'>,
  also: { staffId?: number | null; teamId?: number | null } = {},
): string[] {
  const keys = [audience.shop(conversation.shopId), audience.conversation(conversation.id)]
  for (const staffId of [conversation.assigneeId, also.staffId])
    if (staffId) keys.push(audience.staff(staffId))
  for (const teamId of [conversation.teamId, also.teamId]) if (teamId) keys.push(audience.team(teamId))
  return [...new Set(keys)]
}
