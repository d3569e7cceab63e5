import type { PresenceState, StateAfterWrapUp } from './state.ts'

/** What may happen to somebody's presence. */
export const presenceCommands = [
  'go_online',
  'pause',
  'take_break',
  'begin_wrap_up',
  'go_offline',
  'lose_connection',
  'connection_back',
  'time_over',
] as const
export type PresenceCommand = (typeof presenceCommands)[number]

/** Facts that the table reads; loaded by the action before it asks. */
export interface PresenceFacts {
  /** What follows wrap-up time. */
  readonly thenState: StateAfterWrapUp
  /** The state before a lost connection put them offline; null where they went by themselves, or too long ago. */
  readonly lostFrom: PresenceState | null
}

type Next = PresenceState | ((facts: PresenceFacts) => PresenceState | null)

const afterWrapUp: Next = (facts) => facts.thenState
const asBefore: Next = ({ lostFrom, thenState }) => (lostFrom === 'wrap_up' ? thenState : lostFrom)

const leaving = { go_offline: 'offline', lose_connection: 'offline' } as const
const chosen = { go_online: 'online', pause: 'paused', take_break: 'break' } as const

/**
 * The table of presence (state, command, next state). What stands in no row is impossible: wrap-up time follows only
 * on work, and nobody comes back from a connection they did not lose.
 */
export const presenceTable: Readonly<
  Record<PresenceState, Readonly<Partial<Record<PresenceCommand, Next>>>>
> = {
  online: { ...chosen, ...leaving, begin_wrap_up: 'wrap_up' },
  paused: { ...chosen, ...leaving, begin_wrap_up: 'wrap_up' },
  break: { ...chosen, ...leaving },
  wrap_up: { ...chosen, ...leaving, begin_wrap_up: 'wrap_up', time_over: afterWrapUp },
  offline: { ...chosen, go_offline: 'offline', connection_back: asBefore },
}

/** What happens when a state's time is over: wrap-up time ends; a break only warns, for nobody is fetched from a meal. */
export const presenceTimeouts: Readonly<Record<PresenceState, 'ends' | 'warns' | 'none'>> = {
  online: 'none',
  paused: 'none',
  break: 'warns',
  wrap_up: 'ends',
  offline: 'none',
}

/** The state after the command, or null where the table has no such row. */
export function nextPresence(
  state: PresenceState,
  command: PresenceCommand,
  facts: PresenceFacts,
): PresenceState | null {
  const next = presenceTable[state][command]
  if (next === undefined) return null
  return typeof next === 'function' ? next(facts) : next
}

/** States that somebody may choose, with the command each stands for. */
export const chosenStates = ['online', 'paused', 'break', 'offline'] as const
export type ChosenState = (typeof chosenStates)[number]
export const commandFor: Readonly<Record<ChosenState, PresenceCommand>> = {
  online: 'go_online',
  paused: 'pause',
  break: 'take_break',
  offline: 'go_offline',
}

/**
 * Whether a lead may put somebody else there: pause, send on a break (also beyond the quota), end a break, send home.
 * Nobody who is offline is made present by another.
 */
export function mayLeadPut(from: PresenceState, to: ChosenState): boolean {
  return from !== 'offline' || to === 'offline'
}

/** New customers go to whoever is online; own recent ones also to whoever has only paused. */
export function takesNewWork(state: PresenceState, ownRecent: boolean): boolean {
  return state === 'online' || (ownRecent && state === 'paused')
}
