import type { ConversationState } from './state.ts'

/** What may happen to a conversation. */
export const conversationCommands = [
  'customer_writes',
  'staff_replies',
  'take',
  'hand_over_to_staff',
  'hand_over_to_team',
  'release',
  'wait_inside',
  'resolve',
  'reopen',
  'end',
  'mark_spam',
] as const
export type ConversationCommand = (typeof conversationCommands)[number]

/** Facts that guards read; loaded by the action before it asks. */
export interface ConversationFacts {
  readonly assigned: boolean
}

type Next = ConversationState | ((facts: ConversationFacts) => ConversationState)

const backToHand: Next = (facts) => (facts.assigned ? 'in_service' : 'queued')

/**
 * The table of a conversation (state, command, next state). What stands in no row is impossible.
 * An ended conversation takes no message: a new one starts and is linked to it.
 */
export const conversationTable: Readonly<
  Record<ConversationState, Readonly<Partial<Record<ConversationCommand, Next>>>>
> = {
  queued: {
    customer_writes: 'queued',
    staff_replies: 'waiting_customer',
    take: 'in_service',
    hand_over_to_staff: 'in_service',
    hand_over_to_team: 'queued',
    resolve: 'resolved',
    mark_spam: 'ended',
  },
  in_service: {
    customer_writes: 'in_service',
    staff_replies: 'waiting_customer',
    take: 'in_service',
    hand_over_to_staff: 'in_service',
    hand_over_to_team: 'queued',
    release: 'queued',
    wait_inside: 'waiting_inside',
    resolve: 'resolved',
    mark_spam: 'ended',
  },
  waiting_customer: {
    customer_writes: backToHand,
    staff_replies: 'waiting_customer',
    take: 'waiting_customer',
    hand_over_to_staff: 'in_service',
    hand_over_to_team: 'queued',
    release: 'queued',
    wait_inside: 'waiting_inside',
    resolve: 'resolved',
    mark_spam: 'ended',
  },
  waiting_inside: {
    customer_writes: backToHand,
    staff_replies: 'waiting_customer',
    take: 'in_service',
    hand_over_to_staff: 'in_service',
    hand_over_to_team: 'queued',
    release: 'queued',
    resolve: 'resolved',
    mark_spam: 'ended',
  },
  resolved: {
    customer_writes: backToHand,
    staff_replies: 'waiting_customer',
    reopen: backToHand,
    end: 'ended',
    mark_spam: 'ended',
  },
  ended: {},
}

/** The state after the command, or null where the table has no such row. */
export function nextState(
  state: ConversationState,
  command: ConversationCommand,
  facts: ConversationFacts,
): ConversationState | null {
  const next = conversationTable[state][command]
  if (next === undefined) return null
  return typeof next === 'function' ? next(facts) : next
}

/** Commands that have a row for this state. */
export function possibleCommands(state: ConversationState): ConversationCommand[] {
  return conversationCommands.filter((command) => conversationTable[state][command] !== undefined)
}

/** Minutes after which a resolved conversation ends by itself (its `on timeout`), unless its channel says otherwise. */
export const resolvedEndsAfterMinutes = 15
/** Hours within which a new conversation counts as repeat contact (重复进线). */
export const repeatContactHours = 72
