/**
 * What a service clock measures: the first answer by a person, each round, the answer after "one moment", and
 * the whole until it is resolved.
 */
export const clockKinds = ['first_response', 'round', 'holding', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]
