import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { waitingParts } from '../../domain/conversation/waiting.ts'
import inbox from '../conversation/inbox.module.css'
import { useNow } from '../conversation/second.ts'
import { clockLevel, clockTimes, type RowClock } from './levels.ts'
import { useClockTitle } from './use-clock-title.ts'

/** The time left on a row's clock, or since it ran out, ticking by itself. */
export function DueTime({ clock }: { clock: RowClock }) {
  const { t } = useTranslation(['clock', 'conversation'])
  const title = useClockTitle(clock)
  const now = useNow()
  const times = useMemo(() => clockTimes(clock), [clock])
  if (times.dueAt === null) return null
  const left = times.dueAt - now
  const parts = waitingParts(Math.floor(Math.abs(left) / 1000))
  const time = 'clock' in parts ? parts.clock : t('conversation:waiting.days', parts)
  return (
    <time
      dateTime={clock.dueAt ?? undefined}
      className={inbox.waiting}
      data-level={clockLevel(times, now)}
      title={title}
    >
      {t(left > 0 ? 'left' : 'late', { time })}
    </time>
  )
}
