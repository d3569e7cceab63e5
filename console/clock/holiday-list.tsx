import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton, Switch } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayException } from '../../domain/clock/calendar-shape.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { ask } from '../shell/query-client.ts'
import { ErrorState } from '../ui/error-state.tsx'
import style from './calendar.module.css'
import type { Holidays } from './holidays-field.tsx'
import { dateWords, weekdayOf } from './week-days.ts'

interface HolidayListProps {
  holidays: NonNullable<Holidays>
  exceptions: readonly DayException[]
  onExceptions: (exceptions: DayException[]) => void
}

/** The holidays of a year; one on which there is service all the same becomes an exception with the weekday's hours. */
export function HolidayList({ holidays, exceptions, onExceptions }: HolidayListProps) {
  const { t, i18n } = useTranslation('clock')
  const say = useInLanguage()
  const [year, setYear] = useState(() => new Date().getFullYear())
  const { country, region } = holidays
  const query = useQuery({
    ...ask('clock', 'listHolidays', { query: { country, region: region ?? undefined, year } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const rows = useRef<HTMLUListElement>(null)
  const { data } = query
  // Begins with what is still to come.
  useEffect(() => {
    const today = new Date().toISOString().slice(0, 10)
    const at = data?.days.findIndex(({ date }) => date >= today) ?? -1
    const next = at < 0 ? undefined : rows.current?.children[at]
    if (rows.current && next instanceof HTMLElement)
      rows.current.scrollTop = next.offsetTop - rows.current.offsetTop
  }, [data])
  const openOn = (date: string) => exceptions.some((one) => one.date === date && one.kind !== 'closed')
  const set = (date: string, name: string, closed: boolean) => {
    const others = exceptions.filter((one) => one.date !== date)
    const open = {
      date,
      kind: 'as_weekday',
      intervals: [],
      weekday: weekdayOf(date),
      name: name.slice(0, 100),
    } as const
    onExceptions(closed ? others : [...others, { ...open, intervals: [] }])
  }
  return (
    <section className={style.holidayList} aria-label={t('holidaysOf', { year })}>
      <header className={style.yearHead}>
        <Button
          type="text"
          size="small"
          icon={<LeftOutlined />}
          aria-label={t('yearBefore')}
          disabled={year <= 2000}
          onClick={() => setYear(year - 1)}
        />
        <span>{t('holidaysOf', { year })}</span>
        <Button
          type="text"
          size="small"
          icon={<RightOutlined />}
          aria-label={t('yearAfter')}
          disabled={year >= 2100}
          onClick={() => setYear(year + 1)}
        />
      </header>
      {query.isPending && <Skeleton active paragraph={{ rows: 3 }} title={false} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <ul ref={rows} className={style.holidayRows}>
        {query.data?.days.map(({ date, kind, name }) => (
          <li key={`${date} ${kind}`}>
            <time dateTime={date}>{dateWords(date, i18n.language)}</time>
            <span className={style.holidayName}>{say(name)}</span>
            {kind === 'make_up' ? (
              <span className={style.makeUp}>{t('reason.make_up')}</span>
            ) : (
              <Switch
                size="small"
                checked={!openOn(date)}
                checkedChildren={t('closed')}
                unCheckedChildren={t('open')}
                aria-label={t('closedOn', { name: say(name), date: dateWords(date, i18n.language) })}
                onChange={(closed) => set(date, say(name), closed)}
              />
            )}
          </li>
        ))}
      </ul>
      {query.data?.days.length === 0 && <p className={style.none}>{t('holidaysNone')}</p>}
    </section>
  )
}
