/** 1 January 2024 was a Monday. */
const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

/** The name of a weekday (Monday is 1) in a language: `Mon`, `周一`; `long` for `Monday`, `星期一`. */
export function weekdayName(weekday: number, language: string, width: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(
    monday + (weekday - 1) * dayMs,
  )
}

/** The weekday of a date such as `2026-10-01`; Monday is 1, Sunday 7. */
export function weekdayOf(date: string): number {
  return (((Math.round((Date.parse(`${date}T00:00:00Z`) - monday) / dayMs) % 7) + 7) % 7) + 1
}

/** A date such as `2026-10-01` in words: `Thu, Oct 1`, `10月1日周四`. */
export function dateWords(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00:00Z`))
}
