import { useTranslation } from 'react-i18next'

/** Says a length of time, in seconds, in its largest whole unit: 90 seconds, 2 minutes, 24 hours. */
export function useSpan(): (seconds: number) => string {
  const { t } = useTranslation('assignment')
  return (seconds) => {
    if (seconds >= 3_600 && seconds % 3_600 === 0) return t('span.hours', { count: seconds / 3_600 })
    if (seconds >= 60 && seconds % 60 === 0) return t('span.minutes', { count: seconds / 60 })
    return t('span.seconds', { count: seconds })
  }
}

/** A countdown of seconds as a clock: `0:42`, `12:05`, `1:00:00`. Never below nothing. */
export function clockText(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(left / 60)
  if (minutes < 60) return `${minutes}:${two(left % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(left % 60)}`
}
