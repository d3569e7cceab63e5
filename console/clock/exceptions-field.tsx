import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, Select, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { DayException } from '../../domain/clock/calendar-shape.ts'
import style from './calendar.module.css'
import { DayHours } from './day-hours.tsx'
import { faultWords } from './fault-words.ts'
import { faultsUnder, type HoursFaults, hoursFaults } from './hours-faults.ts'
import { OwnStatus } from './own-status.tsx'
import { dateWords, weekdayName, weekdayOf } from './week-days.ts'

interface ExceptionsFieldProps {
  value?: DayException[]
  onChange?: (exceptions: DayException[]) => void
}

const kinds = ['closed', 'hours', 'as_weekday'] as const

/** Dated days that are not as the week and the holidays say. */
export function ExceptionsField({ value = [], onChange }: ExceptionsFieldProps) {
  const { t } = useTranslation('clock')
  const faults = hoursFaults({ week: [], exceptions: value })
  const set = (index: number, change: Partial<DayException>) =>
    onChange?.(value.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <OwnStatus>
      <div className={style.exceptions}>
        {value.map((one, index) => (
          <ExceptionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same date while one is being changed
            key={index}
            one={one}
            id={`exception-${index}`}
            faults={faultsUnder(faults, `exceptions.${index}`)}
            onChange={(change) => set(index, change)}
            onRemove={() => onChange?.(value.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          icon={<PlusOutlined />}
          disabled={value.length >= 400}
          onClick={() => onChange?.([...value, exceptionOn(dayAfter(value))])}
        >
          {t('addException')}
        </Button>
      </div>
    </OwnStatus>
  )
}

interface ExceptionRowProps {
  id: string
  one: DayException
  faults: HoursFaults
  onChange: (change: Partial<DayException>) => void
  onRemove: () => void
}

function ExceptionRow({ id, one, faults, onChange, onRemove }: ExceptionRowProps) {
  const { t, i18n } = useTranslation('clock')
  const date = one.date === '' ? t('date') : dateWords(one.date, i18n.language)
  const wrong = faults.get('date') ?? faults.get('weekday')
  return (
    <fieldset className={style.exception} id={id}>
      <legend className="only-heard">{t('exceptionOn', { date })}</legend>
      <DatePicker
        value={one.date === '' ? null : dayjs(one.date)}
        status={faults.has('date') ? 'error' : ''}
        aria-label={t('date')}
        allowClear={false}
        onChange={(next) => next && onChange({ date: next.format('YYYY-MM-DD') })}
      />
      <Select
        aria-label={t('exceptionKind')}
        value={one.kind}
        onChange={(kind) =>
          onChange({
            kind,
            intervals:
              kind === 'hours' && one.intervals.length === 0
                ? [{ from: '10:00', to: '16:00' }]
                : one.intervals,
            weekday: kind === 'as_weekday' ? (one.weekday ?? 1) : null,
          })
        }
        options={kinds.map((kind) => ({ value: kind, label: t(`exception.${kind}`) }))}
      />
      {one.kind === 'as_weekday' && (
        <Select
          aria-label={t('asWeekday')}
          status={faults.has('weekday') ? 'error' : ''}
          value={one.weekday}
          onChange={(weekday) => onChange({ weekday })}
          options={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
            value: weekday,
            label: weekdayName(weekday, i18n.language, 'long'),
          }))}
        />
      )}
      <Input
        className={style.exceptionName}
        value={one.name ?? ''}
        maxLength={100}
        placeholder={t('exceptionName')}
        aria-label={t('exceptionName')}
        onChange={(event) => onChange({ name: event.target.value === '' ? null : event.target.value })}
      />
      <Tooltip title={t('removeException')}>
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('removeExceptionOn', { date })}
          onClick={onRemove}
        />
      </Tooltip>
      {one.kind === 'hours' && (
        <div className={style.exceptionHours}>
          <DayHours
            label={date}
            value={one.intervals}
            faults={faults}
            onChange={(intervals) => onChange({ intervals })}
          />
        </div>
      )}
      {wrong && <p className={style.fault}>{faultWords(wrong)}</p>}
    </fieldset>
  )
}

/** A day as an exception: closed on a working day, open with the hours of its weekday otherwise. */
export function exceptionOn(date: string, openNow = true): DayException {
  return openNow
    ? { date, kind: 'closed', intervals: [], weekday: null, name: null }
    : { date, kind: 'as_weekday', intervals: [], weekday: Math.min(5, weekdayOf(date)), name: null }
}

/** The day behind the last exception, or tomorrow. */
function dayAfter(value: readonly DayException[]): string {
  const last = value
    .map(({ date }) => date)
    .toSorted()
    .at(-1)
  const from = last && last >= dayjs().format('YYYY-MM-DD') ? dayjs(last) : dayjs()
  return from.add(1, 'day').format('YYYY-MM-DD')
}
