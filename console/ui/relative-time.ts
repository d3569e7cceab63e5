const steps: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['minute', 60, 60],
  ['hour', 3600, 24],
  ['day', 86_400, 7],
]

/**
 * How long ago, in words: within a minute `now`, then minutes, hours and days, beyond a week the date
 * (with its year where it is another one). Both moments in epoch milliseconds.
 */
export function relativeTime(moment: number, now: number, language: string, nowWord: string): string {
  const seconds = Math.round((moment - now) / 1000)
  if (Math.abs(seconds) < 60) return nowWord
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  for (const [unit, size, limit] of steps) {
    const count = Math.trunc(seconds / size)
    if (Math.abs(count) < limit) return format.format(count, unit)
  }
  return dayOf(moment, now, language)
}

function dayOf(moment: number, now: number, language: string): string {
  const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear()
  const year = sameYear ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', ...year }).format(moment)
}

/** The exact moment in the viewer's time zone, or in the one given. */
export function exactTime(moment: number, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    moment,
  )
}
