/** The time over which it is counted how fast people are served, in seconds. */
export const paceSeconds = 900
/** Fewer than these say nothing about the pace. */
const fewest = 3

/**
 * How long somebody at this place (1 is next) has to expect to wait, in seconds, rounded up to tens: place over the
 * number served a second lately. Null when nobody is on duty or too few were served to say so honestly.
 */
export function expectedWait(place: number, servedLately: number, onDuty: boolean): number | null {
  if (!onDuty || servedLately < fewest) return null
  return Math.ceil((place * paceSeconds) / servedLately / 10) * 10
}
