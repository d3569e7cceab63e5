const dayMs = 86_400_000

/** A moment near now as people say it: `today 18:00`, `tomorrow 10:00`, else the date. The viewer's wall clock. */
export function whenText(moment: number, now: number, language: string): string {
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment)
  const days = Math.round((midnight(moment) - midnight(now)) / dayMs)
  if (Math.abs(days) <= 1) {
    const day = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
    return `${day} ${time}`
  }
  const date = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }).format(moment)
  return `${date} ${time}`
}

function midnight(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0)
}
