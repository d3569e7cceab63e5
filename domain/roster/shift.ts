import { localTime, momentAt, plusDays } from './local-time.ts'

export const shiftKinds = ['work', 'leave'] as const
export type ShiftKind = (typeof shiftKinds)[number]

/** A stretch of the roster; its end does not belong to it. */
export interface Stretch {
  readonly startsAt: Date
  readonly endsAt: Date
}

const hourMs = 3_600_000
/** Longest shift and longest leave, in hours. */
const mostHours: Readonly<Record<ShiftKind, number>> = { work: 24, leave: 366 * 24 }

/** Whether a shift or leave of this kind may last so long. */
export function fitsLength(kind: ShiftKind, { startsAt, endsAt }: Stretch): boolean {
  const hours = (endsAt.getTime() - startsAt.getTime()) / hourMs
  return hours > 0 && hours <= mostHours[kind]
}

/** Whether two stretches share a moment; those that only touch do not. */
export function overlap(a: Stretch, b: Stretch): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** The same stretch so many days later by the clock on the wall, also across a change of the clocks. */
export function movedByDays({ startsAt, endsAt }: Stretch, days: number, zone: string): Stretch {
  const move = (at: Date) => {
    const { day, minutes } = localTime(at, zone)
    const seconds = at.getTime() % 60_000
    return new Date(momentAt({ day: plusDays(day, days), minutes }, zone).getTime() + seconds)
  }
  return { startsAt: move(startsAt), endsAt: move(endsAt) }
}

/** A leave of so many days or more is one that people come back from slowly [3 days]. */
export const longLeaveDays = 3

/** When somebody's last long leave ended; null where none has. Leaves that follow each other without a gap count as one. */
export function backFromLeave(leaves: readonly Stretch[], now: Date): Date | null {
  const ordered = [...leaves].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const joined: { startsAt: Date; endsAt: Date }[] = []
  for (const leave of ordered) {
    const last = joined.at(-1)
    if (last && leave.startsAt <= last.endsAt) {
      if (leave.endsAt > last.endsAt) last.endsAt = leave.endsAt
    } else joined.push({ ...leave })
  }
  const long = joined.filter(
    ({ startsAt, endsAt }) =>
      endsAt <= now && endsAt.getTime() - startsAt.getTime() >= longLeaveDays * 24 * hourMs,
  )
  return long.at(-1)?.endsAt ?? null
}
