import type { PresenceState } from './state.ts'

/** A team of the person, with how many of it may be on a break at once (null: any number) and who is. */
export interface TeamQuota {
  readonly teamId: number
  readonly mostOnBreak: number | null
  /** Members on a break now, the person not among them. */
  readonly onBreak: number
}

/** The first team whose places for breaks are all taken; null where there is one left in each. */
export function usedUpQuota<Q extends TeamQuota>(teams: readonly Q[]): Q | null {
  return teams.find((team) => team.mostOnBreak !== null && team.onBreak >= team.mostOnBreak) ?? null
}

/** When a break of this limit should be over. */
export function breakEnds(startedAt: Date, limitMinutes: number): Date {
  return new Date(startedAt.getTime() + limitMinutes * 60_000)
}

/** By how many milliseconds a break is over its limit; 0 while it is not, and in every other state. */
export function overBreakMs(
  presence: { readonly state: PresenceState; readonly untilAt: Date | null },
  now: Date,
): number {
  if (presence.state !== 'break' || presence.untilAt === null) return 0
  return Math.max(0, now.getTime() - presence.untilAt.getTime())
}
