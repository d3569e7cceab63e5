import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useInLanguage } from '../shell/lookups.ts'
import type { PreviewDay } from './calendar.ts'
import { hoursText } from './hours-text.ts'
import style from './month.module.css'
import { dateWords } from './week-days.ts'

interface MonthDayProps {
  day: PreviewDay
  zone: string
  onException: () => void
}

/** The chosen day in words: its hours, why they are so, and how long it is in truth. */
export function MonthDay({ day, zone, onException }: MonthDayProps) {
  const { t, i18n } = useTranslation('clock')
  const say = useInLanguage()
  const { date, reason, name, intervals, spans } = day
  const minutes = spans.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 60_000, 0)
  const length = t('lengthOf', { hours: Math.floor(minutes / 60), minutes: Math.round(minutes % 60) })
  return (
    <div className={style.shown}>
      <p>
        <strong>{dateWords(date, i18n.language)}</strong>{' '}
        <span className={style.reason} data-reason={reason}>
          {name ? `${t(`reason.${reason}`)} · ${say(name)}` : t(`reason.${reason}`)}
        </span>
      </p>
      <p>
        {intervals.length === 0 ? t('closedDay') : `${hoursText(intervals)} · ${length}`}
        {intervals.length > 0 && <span className={style.zone}> {zone.replaceAll('_', ' ')}</span>}
      </p>
      <Button size="small" onClick={onException}>
        {t(reason === 'exception' ? 'toException' : 'makeException')}
      </Button>
    </div>
  )
}
