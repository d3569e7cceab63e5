import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { waitedSeconds, waitingLevel, waitingParts } from '../../domain/conversation/waiting.ts'
import { exactTime } from '../ui/relative-time.ts'
import style from './inbox.module.css'
import { useNow } from './second.ts'

/** How long the customer has waited, as a running clock: quiet, then amber, then red. */
export function WaitingTime({ since }: { since: string }) {
  const { t, i18n } = useTranslation('conversation')
  const now = useNow()
  const start = Date.parse(since)
  const exact = useMemo(() => exactTime(start, i18n.language), [start, i18n.language])
  const parts = waitingParts(waitedSeconds(start, now))
  const text = 'clock' in parts ? parts.clock : t('waiting.days', parts)
  return (
    <time
      dateTime={since}
      className={style.waiting}
      data-level={waitingLevel(start, now)}
      title={t('waiting.since', { time: exact })}
    >
      <span className="only-heard">{t('waiting.label')}</span> {text}
    </time>
  )
}
