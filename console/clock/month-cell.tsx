import { useTranslation } from 'react-i18next'
import { useInLanguage } from '../shell/lookups.ts'
import type { PreviewDay } from './calendar.ts'
import { hoursText } from './hours-text.ts'
import style from './month.module.css'
import { dateWords } from './week-days.ts'

interface MonthCellProps {
  day: PreviewDay | null
  today: boolean
  /** The one that the keyboard stands on, and that is explained below. */
  chosen: boolean
  onChoose: () => void
  /** A second press, or Enter: makes it an exception. */
  onOpen: () => void
}

/** Hours that fit into a cell. */
const fitting = 2

/** One day of the month. */
export function MonthCell({ day, today, chosen, onChoose, onOpen }: MonthCellProps) {
  const { t, i18n } = useTranslation('clock')
  const say = useInLanguage()
  if (!day) return <td className={style.empty} />
  const { date, reason, name, intervals } = day
  const closed = intervals.length === 0
  const why =
    reason === 'make_up'
      ? t('makeUpShort')
      : name
        ? say(name)
        : reason === 'week'
          ? ''
          : t(`reason.${reason}`)
  const hours = closed ? t('closed') : hoursText(intervals)
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: days are walked by the arrow keys
      role="gridcell"
      className={style.cell}
      data-date={date}
      data-reason={reason}
      data-closed={closed}
      data-today={today}
      aria-selected={chosen}
      aria-current={today ? 'date' : undefined}
      aria-label={[dateWords(date, i18n.language), why, hours].filter(Boolean).join(', ')}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
      onDoubleClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        // The sheet would save.
        event.preventDefault()
        event.stopPropagation()
        onOpen()
      }}
    >
      <span className={style.number}>{Number(date.slice(8))}</span>
      {why && <span className={style.why}>{why}</span>}
      {closed && !why && <span className={style.closed}>{t('closed')}</span>}
      {intervals.slice(0, fitting).map(({ from, to }) => (
        <span key={from} className={style.hours}>
          {from === '00:00' && to === '24:00' ? t('allDay') : `${short(from)}–${short(to)}`}
        </span>
      ))}
      {intervals.length > fitting && <span className={style.hours}>+{intervals.length - fitting}</span>}
    </td>
  )
}

/** `09:00` as `9`, `09:30` as `9:30`: a cell is narrow. */
function short(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}:${minutes}`
}
