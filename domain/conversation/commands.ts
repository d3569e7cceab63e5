import { mayAt, type Viewer } from '../staff/scope.ts'
import type { ConversationState } from './state.ts'
import { type ConversationCommand, possibleCommands } from './transitions.ts'

/** What decides which commands a person may give. */
export interface CommandFacts {
  readonly state: ConversationState
  readonly brandId: number
  readonly shopId: number
  readonly teamId: number | null
  readonly assigneeId: number | null
}

/** Commands that only happen, and are no button. */
const silent: readonly ConversationCommand[] = ['customer_writes', 'end']

/** Commands that somebody who does not have the conversation may give only with the permission to assign. */
const inHand: readonly ConversationCommand[] = [
  'take',
  'hand_over_to_staff',
  'hand_over_to_team',
  'release',
  'wait_inside',
  'resolve',
]

/** The commands of the transition table that the viewer may give now. */
export function conversationCommandsFor(viewer: Viewer, facts: CommandFacts): ConversationCommand[] {
  const mayReply = mayAt(viewer, 'conversation.reply', facts) || facts.assigneeId === viewer.staffId
  const mayAssign = mayAt(viewer, 'conversation.assign', facts)
  const foreign = facts.assigneeId !== null && facts.assigneeId !== viewer.staffId
  return possibleCommands(facts.state).filter((command) => {
    if (silent.includes(command)) return false
    if (command === 'mark_spam') return mayAt(viewer, 'conversation.spam', facts)
    if (command === 'take' && facts.assigneeId === viewer.staffId) return false
    if (!mayReply) return false
    return !foreign || mayAssign || !inHand.includes(command)
  })
}
