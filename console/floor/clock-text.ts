import { useTranslation } from 'react-i18next'
import { waitingParts } from '../../domain/conversation/waiting.ts'

/** Words for a stretch of time in milliseconds: `0:42`, `1:02:11`, from a day on `2 d 3 h`. */
export function useClockText(): (ms: number) => string {
  const { t } = useTranslation('conversation')
  return (ms) => {
    const parts = waitingParts(Math.max(0, Math.round(ms / 1000)))
    return 'clock' in parts ? parts.clock : t('waiting.days', parts)
  }
}
