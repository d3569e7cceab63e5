import { useTranslation } from 'react-i18next'
import { waitingLevel } from '../../domain/conversation/waiting.ts'
import { promiseAtRiskMinutes } from '../../domain/floor/risk.ts'
import { useNow } from '../conversation/second.ts'
import { exactTime } from '../ui/relative-time.ts'
import { useClockText } from './clock-text.ts'
import style from './floor.module.css'

/** How long somebody has waited, running: quiet, then amber, then red. The loudest thing of its row. */
export function Wait({ since }: { since: string }) {
  const { t, i18n } = useTranslation('conversation')
  const now = useNow()
  const clock = useClockText()
  const start = Date.parse(since)
  return (
    <time
      dateTime={since}
      className={style.wait}
      data-level={waitingLevel(start, now)}
      title={t('waiting.since', { time: exactTime(start, i18n.language) })}
    >
      {clock(now - start)}
    </time>
  )
}

/** How long something has lasted, running and quiet. */
export function Lasting({ since }: { since: string }) {
  const { i18n } = useTranslation()
  const now = useNow()
  const clock = useClockText()
  const start = Date.parse(since)
  return (
    <time dateTime={since} className={style.lasting} title={exactTime(start, i18n.language)}>
      {clock(now - start)}
    </time>
  )
}

/** Until when something must be done: quiet, amber when it is near, red and counting up after it. */
export function Due({ at }: { at: string }) {
  const { t, i18n } = useTranslation('floor')
  const now = useNow()
  const clock = useClockText()
  const due = Date.parse(at)
  const over = now >= due
  return (
    <time
      dateTime={at}
      className={style.wait}
      data-level={over ? 'breach' : due - now <= promiseAtRiskMinutes * 60_000 ? 'warning' : 'quiet'}
      title={exactTime(due, i18n.language)}
    >
      {over ? t('due.over', { time: clock(now - due) }) : t('due.in', { time: clock(due - now) })}
    </time>
  )
}
