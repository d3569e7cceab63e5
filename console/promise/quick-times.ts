import { momentOf, wallAt } from './wall-clock.ts'

export const quickNames = ['hour', 'hours3', 'evening', 'tomorrow'] as const
export type QuickName = (typeof quickNames)[number]

export interface QuickTime {
  name: QuickName
  /** Epoch milliseconds. */
  at: number
}

const minute = 60_000
const eveningHour = 18
const lateEveningHour = 21
const morningHour = 10

/**
 * Times that are often promised, on the shop's wall clock: in one hour and in three (to the next five minutes), this
 * evening at six (from five on at nine; later no more), tomorrow morning at ten.
 */
export function quickTimes(now: number, timeZone: string): QuickTime[] {
  const wall = wallAt(now, timeZone)
  const evening = wall.hour < eveningHour - 1 ? eveningHour : lateEveningHour
  const tonight = { name: 'evening' as const, at: momentOf({ ...wall, hour: evening, minute: 0 }, timeZone) }
  return [
    { name: 'hour', at: toFive(now + 60 * minute) },
    { name: 'hours3', at: toFive(now + 180 * minute) },
    ...(wall.hour < lateEveningHour - 1 ? [tonight] : []),
    {
      name: 'tomorrow',
      at: momentOf({ ...wall, day: wall.day + 1, hour: morningHour, minute: 0 }, timeZone),
    },
  ]
}

function toFive(moment: number): number {
  return Math.ceil(moment / (5 * minute)) * 5 * minute
}
