/** What somebody may and can do; changes rarely. */
export interface AgentProfile {
  readonly staffId: number
  readonly name: string
  /** Where they may answer. */
  readonly everywhere: boolean
  readonly brandIds: readonly number[]
  readonly shopIds: readonly number[]
  /** Teams whose conversations alone they may answer. */
  readonly onlyTeamIds: readonly number[]
  /** Teams they are members of. */
  readonly teamIds: readonly number[]
  /** Level 1 to 5 by the first part of the tag. Who has declared none speaks the language of their console, at 5. */
  readonly languages: ReadonlyMap<string, number>
  readonly skills: ReadonlyMap<number, number>
}

export type PresenceState = 'online' | 'paused' | 'break' | 'wrap_up' | 'offline'

/** An agent as the planner sees them at one moment. Units are multiples of a quarter. */
export interface Agent {
  readonly profile: AgentProfile
  readonly state: PresenceState
  /** Effective: with ramp and peak. */
  readonly capacity: number
  readonly used: number
  /** Epoch milliseconds. */
  readonly idleSince: number
}

/** The part of a language tag that names the language: `zh` of `zh-CN`. */
export function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag
}
