/**
 * What a service clock measures: the first answer by a person, each round, the answer after "one moment", and
 * the whole until it is resolved.
 */
export const clockKinds = ['first_response', 'round', 'holding', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]

/** Where a clock stands. A broken one stays `breached` until it is met or cancelled. */
export const clockStages = ['running', 'warned', 'breached', 'paused', 'met', 'cancelled'] as const
export type ClockStage = (typeof clockStages)[number]
