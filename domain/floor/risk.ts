/** A promise due within this many minutes stands on the floor as at risk. */
export const promiseAtRiskMinutes = 30
