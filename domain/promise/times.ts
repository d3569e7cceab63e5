/** How long before its time somebody is reminded of a promise, in milliseconds. */
export const reminderMs = 10 * 60_000
/** How far ahead something may be promised, in milliseconds: a year. */
export const farthestMs = 366 * 86_400_000

/** Why a time cannot be promised, or null when it can. */
export function timeFault(dueAt: number, now: number): 'promise_time_past' | 'promise_time_far' | null {
  if (dueAt <= now) return 'promise_time_past'
  return dueAt - now > farthestMs ? 'promise_time_far' : null
}

/**
 * When to look at a promise next, in epoch milliseconds: first to remind, then at its time. One that is due sooner
 * than the reminder would come is not reminded of.
 */
export function nextLook(dueAt: number, now: number): number {
  const reminder = dueAt - reminderMs
  return reminder > now ? reminder : dueAt
}
