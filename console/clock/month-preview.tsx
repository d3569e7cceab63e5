import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDefinition } from '../../domain/clock/calendar-shape.ts'
import { client } from '../shell/api.ts'
import { ErrorState } from '../ui/error-state.tsx'
import type { PreviewDay } from './calendar.ts'
import style from './month.module.css'
import { MonthCell } from './month-cell.tsx'
import { MonthDay } from './month-day.tsx'
import { dateAfter, monthAfter, todayIn, weeksOf } from './month-grid.ts'
import { useSettled } from './use-settled.ts'
import { weekdayName } from './week-days.ts'

interface MonthPreviewProps {
  definition: CalendarDefinition
  /** False while the hours have faults: then the month before them stays. */
  valid: boolean
  /** Makes the day an exception, or goes to the one it has. */
  onDay: (day: PreviewDay) => void
}

/** A month under the calendar as it is being edited: each day its hours, and why. */
export function MonthPreview({ definition, valid, onDay }: MonthPreviewProps) {
  const { t, i18n } = useTranslation('clock')
  const { language } = i18n
  const zone = definition.timeZone
  const today = todayIn(zone, Date.now())
  const [at, setAt] = useState(today)
  const moved = useRef(false)
  const grid = useRef<HTMLTableElement>(null)
  const month = at.slice(0, 7)
  const settled = useSettled(definition, valid)
  const query = useQuery({
    queryKey: ['clock', 'previewCalendar', settled, month],
    queryFn: () => client.clock.previewCalendar({ body: { definition: settled, month } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    meta: { quiet: true },
  })
  const days = query.data?.days ?? []
  const shown = days.find(({ date }) => date === at)
  useEffect(() => {
    if (!moved.current || !shown) return
    moved.current = false
    grid.current?.querySelector<HTMLElement>(`[data-date="${shown.date}"]`)?.focus()
  }, [shown])
  const go = (date: string) => {
    moved.current = true
    setAt(date)
  }
  const toMonth = (by: number) => {
    const next = monthAfter(month, by)
    setAt(today.startsWith(next) ? today : `${next}-01`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by !== undefined) go(dateAfter(at, by))
    else if (event.key === 'PageUp' || event.key === 'PageDown')
      go(`${monthAfter(month, event.key === 'PageUp' ? -1 : 1)}-01`)
    else if (event.key === 'Home') go(today)
    else return
    event.preventDefault()
  }
  const title = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  )
  return (
    <section className={style.month} aria-label={t('preview')}>
      <header className={style.head}>
        <h3 aria-live="polite">{title}</h3>
        <Button size="small" onClick={() => setAt(today)} disabled={at === today}>
          {t('today')}
        </Button>
        <Button
          type="text"
          icon={<LeftOutlined />}
          aria-label={t('monthBefore')}
          onClick={() => toMonth(-1)}
        />
        <Button
          type="text"
          icon={<RightOutlined />}
          aria-label={t('monthAfter')}
          onClick={() => toMonth(1)}
        />
      </header>
      {!valid && <p className={style.stale}>{t('previewStale')}</p>}
      {query.isPending && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {days.length > 0 && (
        <table
          ref={grid}
          className={style.grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: days are walked by the arrow keys
          role="grid"
          aria-label={title}
          data-old={query.isPlaceholderData || !valid}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
                <th key={weekday} scope="col">
                  {weekdayName(weekday, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(days).map((week, index) => (
              <tr key={week.find(Boolean)?.date ?? index}>
                {week.map((day, place) => (
                  <MonthCell
                    key={day?.date ?? `empty ${place}`}
                    day={day}
                    today={day?.date === today}
                    chosen={day !== null && (day.date === at || (!shown && day === days[0]))}
                    onChoose={() => day && setAt(day.date)}
                    onOpen={() => day && onDay(day)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown && <MonthDay day={shown} zone={zone} onException={() => onDay(shown)} />}
      <ul className={style.legend}>
        {(['holiday', 'make_up', 'exception'] as const).map((reason) => (
          <li key={reason} data-reason={reason}>
            {t(`reason.${reason}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
