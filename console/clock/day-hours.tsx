import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { spanOf } from '../../domain/clock/calendar-faults.ts'
import type { Interval } from '../../domain/clock/calendar-shape.ts'
import style from './calendar.module.css'
import { faultWords } from './fault-words.ts'
import type { HoursFaults } from './hours-faults.ts'
import { TimeField } from './time-field.tsx'

interface DayHoursProps {
  /** Whose hours these are, for those who listen. */
  label: string
  value: readonly Interval[]
  onChange: (value: Interval[]) => void
  /** By the number of the interval. */
  faults: HoursFaults
}

/** The stretches of service of one day; none is closed. */
export function DayHours({ label, value, onChange, faults }: DayHoursProps) {
  const { t } = useTranslation('clock')
  const id = useId()
  const set = (index: number, change: Partial<Interval>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <div className={style.day}>
      {value.length === 0 && <span className={style.closed}>{t('closed')}</span>}
      {value.map((interval, index) => {
        const fault = faults.get(String(index))
        const name = { day: label, number: index + 1 }
        const describedBy = fault ? `${id}-${index}` : undefined
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an interval is known by its place alone
          <div key={index} className={style.intervalBox}>
            <div className={style.interval}>
              <TimeField
                value={interval.from}
                wrong={fault !== undefined}
                describedBy={describedBy}
                label={t('fromOf', name)}
                onChange={(from) => set(index, { from })}
              />
              <span aria-hidden>–</span>
              <TimeField
                end
                value={interval.to}
                wrong={fault !== undefined}
                describedBy={describedBy}
                label={t('toOf', name)}
                onChange={(to) => set(index, { to })}
              />
              <Tooltip title={t('removeHours')}>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t('removeHoursOf', name)}
                  onClick={() => onChange(value.filter((_, at) => at !== index))}
                />
              </Tooltip>
              {!fault && spanOf(interval).end > 1440 && <span className={style.nextDay}>{t('nextDay')}</span>}
            </div>
            {fault && (
              <p id={describedBy} className={style.fault}>
                {faultWords(fault)}
              </p>
            )}
          </div>
        )
      })}
      <Button
        type="text"
        size="small"
        className={style.addHours}
        icon={<PlusOutlined />}
        disabled={value.length >= 12}
        aria-label={t('addHoursTo', { day: label })}
        onClick={() => onChange([...value, after(value)])}
      >
        {t('addHours')}
      </Button>
    </div>
  )
}

/** Hours that might come next: nine to six, or from an hour behind the last on. */
function after(value: readonly Interval[]): Interval {
  const last = value.at(-1)
  if (!last) return { from: '09:00', to: '18:00' }
  const begins = Number(last.to.slice(0, 2)) + 1
  if (!(begins <= 22)) return { from: '20:00', to: '24:00' }
  return { from: clock(begins), to: clock(Math.min(24, begins + 4)) }
}

function clock(hours: number): string {
  return `${String(hours).padStart(2, '0')}:00`
}
