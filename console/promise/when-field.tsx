import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exactTime } from '../ui/relative-time.ts'
import { browserTimeZone } from '../ui/time-zone-select.tsx'
import style from './promise.module.css'
import { quickTimes } from './quick-times.ts'
import { momentOf, wallAt } from './wall-clock.ts'

interface WhenFieldProps {
  id?: string
  /** Epoch milliseconds. */
  value?: number
  onChange?: (at: number) => void
  /** Of the shop: the field shows its wall clock. */
  zone: string
}

/** When something is promised for: by a quick choice, or a date and a time on the shop's wall clock. */
export function WhenField({ id, value, onChange, zone }: WhenFieldProps) {
  const { t, i18n } = useTranslation('promise')
  const [now] = useState(() => Date.now())
  const shown = value === undefined ? null : wallAt(value, zone)
  const elsewhere = browserTimeZone() !== zone
  return (
    <div className={style.whenField}>
      <div className={style.quick}>
        {quickTimes(now, zone).map(({ name, at }) => (
          <Button
            key={name}
            size="small"
            className={style.quickTime}
            aria-pressed={value === at}
            title={exactTime(at, i18n.language, zone)}
            onClick={() => onChange?.(at)}
          >
            {t(`quick.${name}`)}
          </Button>
        ))}
      </div>
      <DatePicker
        {...(id ? { id } : {})}
        showTime={{ format: 'HH:mm', minuteStep: 5 }}
        format="YYYY-MM-DD HH:mm"
        allowClear={false}
        needConfirm={false}
        aria-label={t('when')}
        value={
          shown ? dayjs(new Date(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute)) : null
        }
        onChange={(next) => {
          if (!next) return
          const wall = {
            year: next.year(),
            month: next.month() + 1,
            day: next.date(),
            hour: next.hour(),
            minute: next.minute(),
          }
          onChange?.(momentOf(wall, zone))
        }}
      />
      {elsewhere && (
        <p className={style.quiet}>
          {t('shopTime', { zone: zone.replaceAll('_', ' ') })}
          {value !== undefined && ` · ${t('yourTime', { time: exactTime(value, i18n.language) })}`}
        </p>
      )}
    </div>
  )
}
