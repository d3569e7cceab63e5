import { z } from 'zod'
import { localized } from '../localized.ts'

/** What a peak event (大促) switches while it is on. */
export const peakSettings = z.object({
  /** Everybody may hold as much as their peak capacity says. */
  peakCapacity: z.boolean().default(true),
  /** What agents are told and may say; shown to them while it is on. */
  script: localized.nullable().default(null),
  /** What customers are told about dispatch. */
  dispatchPromise: localized.nullable().default(null),
  /** Nobody of the brand may be given leave in these days. */
  leaveStop: z.boolean().default(false),
  /** Share of conversations that inspectors sample, from 0 to 1; null leaves it as it is. */
  samplingShare: z.number().min(0).max(1).nullable().default(null),
})
export type PeakSettings = z.infer<typeof peakSettings>

/** A sale with its dates; the end does not belong to it. */
export interface PeakEvent {
  readonly brandId: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelledAt: Date | null
}

/** The event that is on at this moment, of those given (of one brand there is never more than one); null when none is. */
export function peakNow<E extends PeakEvent>(events: readonly E[], now: Date): E | null {
  return (
    events.find((event) => event.cancelledAt === null && event.startsAt <= now && now < event.endsAt) ?? null
  )
}
