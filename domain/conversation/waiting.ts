/** Seconds after which a waiting customer turns amber: the value Taobao itself reminds at. */
export const waitingWarnSeconds = 100
/** Seconds after which the wait counts as too long: one round of the three-minute rule (三分钟响应率). */
export const waitingBreachSeconds = 180

export type WaitingLevel = 'none' | 'quiet' | 'warning' | 'breach'

/** Whole seconds that a customer has waited; 0 when they do not wait or the clocks disagree. Milliseconds in. */
export function waitedSeconds(since: number | null, now: number): number {
  if (since === null) return 0
  return Math.max(0, Math.floor((now - since) / 1000))
}

/** How loud the wait is shown. `since` and `now` in epoch milliseconds. */
export function waitingLevel(since: number | null, now: number): WaitingLevel {
  if (since === null) return 'none'
  const waited = waitedSeconds(since, now)
  if (waited >= waitingBreachSeconds) return 'breach'
  return waited >= waitingWarnSeconds ? 'warning' : 'quiet'
}

/**
 * The wait as a clock reads it: `0:07`, `12:05`, from an hour on `3:02:11`, from a day on the number of
 * days and hours (`2 d 3 h`), because seconds say nothing there.
 */
export function waitingParts(seconds: number): { clock: string } | { days: number; hours: number } {
  const days = Math.floor(seconds / 86_400)
  const hours = Math.floor((seconds % 86_400) / 3600)
  if (days > 0) return { days, hours }
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = String(seconds % 60).padStart(2, '0')
  return { clock: hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}` }
}
