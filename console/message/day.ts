/** The day of a moment in the viewer's time zone, as a key. */
export function dayOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}

/** A day as a divider says it: today, yesterday, then weekday and date, with the year where it is another one. */
export function dayName(at: number, now: number, language: string, today: string, yesterday: string): string {
  if (dayOf(at) === dayOf(now)) return today
  const before = new Date(now)
  before.setDate(before.getDate() - 1)
  if (dayOf(at) === dayOf(before.getTime())) return yesterday
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** Hours and minutes in the viewer's zone. */
export function clockTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    at,
  )
}
