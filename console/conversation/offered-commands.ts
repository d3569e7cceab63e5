import type { ConversationState } from '../../domain/conversation/state.ts'

/** What the console offers to do with a conversation. Handing over is one verb with several receivers. */
export const offeredOrder = [
  'take',
  'reopen',
  'hand_over',
  'resolve',
  'wait_inside',
  'assign',
  'release',
  'unmark_spam',
  'mark_spam',
  'block',
] as const
export type OfferedCommand = (typeof offeredOrder)[number]

/** Keys of the verbs. */
export const commandKeys: Partial<Record<OfferedCommand, string>> = {
  take: 't',
  resolve: 'e',
  reopen: 'shift+e',
  hand_over: 'h',
  assign: 'a',
  wait_inside: 'w',
  release: 'shift+q',
  mark_spam: '!',
}

interface Facts {
  state: ConversationState
  assigneeId: number | null
  spam: boolean
  /** Commands of the transition table that the viewer may give now. */
  commands: readonly string[]
}

/**
 * The verbs for this viewer, most likely first. Taking what one has already is
 * no verb; resolving comes first in what one has.
 */
export function offeredCommands(
  facts: Facts,
  staffId: number,
  may: { spam: boolean; block: boolean; assign: boolean },
): OfferedCommand[] {
  const mine = facts.assigneeId === staffId
  const can = (command: string) => facts.commands.includes(command)
  const offered: Record<OfferedCommand, boolean> = {
    take: can('take') && !mine,
    resolve: can('resolve'),
    reopen: can('reopen'),
    hand_over: can('hand_over_to_staff') || can('hand_over_to_team'),
    assign: (can('hand_over_to_staff') || can('hand_over_to_team')) && may.assign,
    wait_inside: can('wait_inside'),
    release: can('release') && facts.assigneeId !== null,
    unmark_spam: facts.spam && may.spam,
    mark_spam: can('mark_spam') && !facts.spam && may.spam,
    block: may.block,
  }
  const order = offeredOrder.filter((command) => offered[command])
  return mine && offered.resolve ? ['resolve', ...order.filter((command) => command !== 'resolve')] : order
}
