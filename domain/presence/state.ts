/**
 * Whether somebody is there: online 在线, paused 挂起 (no new customers, the own recent ones still come), break 小休,
 * wrap_up 话后整理, offline 离线 (open work goes back to the queue).
 */
export const presenceStates = ['online', 'paused', 'break', 'wrap_up', 'offline'] as const
export type PresenceState = (typeof presenceStates)[number]

/** What began a stretch: the person, a lead, the connection (lost or back), the clock, the roster, or joining us. */
export const presenceCauses = ['self', 'lead', 'connection', 'clock', 'roster', 'joined'] as const
export type PresenceCause = (typeof presenceCauses)[number]

/** States that follow wrap-up time. */
export const stateAfterWrapUp = ['online', 'paused'] as const
export type StateAfterWrapUp = (typeof stateAfterWrapUp)[number]

/** How long after the last connection is gone somebody counts as offline, in milliseconds [60 s]. */
export const connectionGraceMs = 60_000
/** How long a process's word that it holds a connection is good, in milliseconds. It is renewed well before. */
export const leaseMs = 45_000
/** Within this time who was put offline by a lost connection comes back to the state before, in milliseconds [10 min]. */
export const comesBackWithinMs = 600_000
