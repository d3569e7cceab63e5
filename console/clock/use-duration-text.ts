import { useTranslation } from 'react-i18next'
import { durationParts } from './duration.ts'

/** Says a number of seconds: `5 min`, `1 h 30 min`. */
export function useDurationText(): (seconds: number) => string {
  const { t } = useTranslation('clock')
  return (seconds) =>
    durationParts(seconds)
      .map(({ unit, count }) => t(`duration.${unit}`, { count }))
      .join(' ')
}
