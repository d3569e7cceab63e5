import type { Say } from './words.ts'

/** `3 min ago`; under a minute "just now", over a day the time of day. Both moments in epoch milliseconds. */
export function relativeTime(moment: number, now: number, language: string, say: Say): string {
  const minutes = Math.floor((now - moment) / 60_000)
  if (minutes < 1) return say('justNow')
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'short' })
  if (minutes < 60) return relative.format(-minutes, 'minute')
  if (minutes < 6 * 60) return relative.format(-Math.floor(minutes / 60), 'hour')
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(moment)
}

/** Date and time to the second, with the zone, for those who want to know exactly. */
export function exactTime(moment: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }).format(moment)
}

/** The calendar day in the viewer's time zone, as a key that compares. */
export function dayOf(moment: number): string {
  const date = new Date(moment)
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}

/** `Today`, `Yesterday`, or the date. */
export function dayName(moment: number, now: number, language: string, say: Say): string {
  const day = dayOf(moment)
  if (day === dayOf(now)) return say('today')
  const before = new Date(now)
  before.setDate(before.getDate() - 1)
  if (day === dayOf(before.getTime())) return say('yesterday')
  const year = new Date(moment).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(language, { weekday: 'short', month: 'long', day: 'numeric', year }).format(
    moment,
  )
}

/** A size in bytes as people read it. */
export function sizeText(bytes: number, language: string): string {
  const mega = bytes >= 1_000_000
  const unit = mega ? 'megabyte' : 'kilobyte'
  const value = Math.max(bytes / (mega ? 1_000_000 : 1000), 0.1)
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
