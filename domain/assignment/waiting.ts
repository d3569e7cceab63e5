import type { Requirements } from './shapes.ts'

/** Conversations that ask the same. */
export interface WaitingGroup {
  readonly id: number
  readonly brandId: number
  readonly asks: Requirements
}

/** A conversation that waits; moments in epoch milliseconds. */
export interface Waiting {
  readonly conversationId: number
  readonly groupId: number
  readonly orderKey: number
  readonly units: number
  readonly step: number
  /** The last agent, and how long that counts while they are online, and while they are paused. */
  readonly sticky: { readonly staffId: number; readonly until: number; readonly pausedUntil: number } | null
  /** Who let it go: not to them before that moment, and after it only when nobody else can. */
  readonly returnedFrom: readonly number[]
  readonly returnedUntil: number
}

export interface Ranked {
  readonly staffId: number
  readonly match: number
  /** Spare capacity as a share of the whole. */
  readonly spare: number
  readonly idleSince: number
}
