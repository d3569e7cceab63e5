/** A moment as the clock on the wall of a place shows it: a day (`2026-11-11`) and minutes since its midnight. */
export interface LocalTime {
  readonly day: string
  readonly minutes: number
}

const dayMs = 86_400_000
const minuteMs = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** What the wall shows at that moment. */
export function localTime(at: Date, zone: string): LocalTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = value
  const { year, month, day, hour, minute } = parts
  return { day: `${year}-${month}-${day}`, minutes: Number(hour) * 60 + Number(minute) }
}

/**
 * The moment at which the wall shows that. Minutes may pass midnight (1,500 is one o'clock of the next day). An hour
 * that is left out when the clocks go forward counts from before the change; of one that comes twice, the first is meant.
 */
export function momentAt(local: LocalTime, zone: string): Date {
  const asUtc = Date.parse(`${local.day}T00:00:00Z`) + local.minutes * minuteMs
  const early = asUtc - offsetMs(new Date(asUtc - dayMs), zone)
  const late = asUtc - offsetMs(new Date(asUtc + dayMs), zone)
  const fits = [early, late].filter((ms) => ms + offsetMs(new Date(ms), zone) === asUtc)
  return new Date(fits.length > 0 ? Math.min(...fits) : early)
}

/** By how much the wall is ahead of UTC. */
function offsetMs(at: Date, zone: string): number {
  const local = localTime(at, zone)
  const shown = Date.parse(`${local.day}T00:00:00Z`) + local.minutes * minuteMs
  return shown - Math.floor(at.getTime() / minuteMs) * minuteMs
}

/** The day so many days later. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return plusDays(day, -weekday)
}
