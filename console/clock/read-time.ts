/**
 * What somebody typed as a time of the day, as the calendar writes it: `9` and `9:00` become `09:00`, `930` becomes
 * `09:30`; full-width colons count. Null when it is none. `24:00` only where an interval ends.
 */
export function readTime(typed: string, end: boolean): string | null {
  const text = typed
    .trim()
    .replace(/[：.时点]/gu, ':')
    .replace(/:$/, '')
  const parts = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text)
  if (!parts) return null
  const hours = Number(parts[1])
  const minutes = Number(parts[2] ?? 0)
  if (minutes > 59 || hours > 24) return null
  if (hours === 24 && (!end || minutes > 0)) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
