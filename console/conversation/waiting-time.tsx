import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { waitedSeconds, waitingParts } from '../../domain/conversation/waiting.ts'
import { clockTimes, type RowClock, waitLevel } from '../clock/levels.ts'
import { useClockTitle } from '../clock/use-clock-title.ts'
import { exactTime } from '../ui/relative-time.ts'
import style from './inbox.module.css'
import { useNow } from './second.ts'

/** How long the customer has waited, as a running clock: quiet, then amber, then red, as the service clock says. */
export function WaitingTime({ since, clock }: { since: string; clock: RowClock }) {
  const { t, i18n } = useTranslation('conversation')
  const now = useNow()
  const start = Date.parse(since)
  const exact = useMemo(() => exactTime(start, i18n.language), [start, i18n.language])
  const times = useMemo(() => clockTimes(clock), [clock])
  const due = useClockTitle(clock)
  const parts = waitingParts(waitedSeconds(start, now))
  const text = 'clock' in parts ? parts.clock : t('waiting.days', parts)
  return (
    <time
      dateTime={since}
      className={style.waiting}
      data-level={waitLevel(start, times, now)}
      title={[t('waiting.since', { time: exact }), due].filter(Boolean).join('\n')}
    >
      <span className="only-heard">{t('waiting.label')}</span> {text}
    </time>
  )
}
