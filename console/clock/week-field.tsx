import { CopyOutlined, MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarDefinition, Interval } from '../../domain/clock/calendar-shape.ts'
import style from './calendar.module.css'
import { DayHours } from './day-hours.tsx'
import { faultsUnder, hoursFaults } from './hours-faults.ts'
import { OwnStatus } from './own-status.tsx'
import { weekdayName } from './week-days.ts'

type Week = CalendarDefinition['week']

interface WeekFieldProps {
  value?: Week
  onChange?: (week: Week) => void
}

const wholeDay: Interval[] = [{ from: '00:00', to: '24:00' }]

/** The hours of each weekday, with ways to give one day's hours to others. */
export function WeekField({ value = [], onChange }: WeekFieldProps) {
  const { t, i18n } = useTranslation('clock')
  const faults = hoursFaults({ week: value, exceptions: [] })
  const set = (days: readonly number[], intervals: Interval[]) =>
    onChange?.(value.map((old, index) => (days.includes(index) ? intervals : old)))
  return (
    <OwnStatus>
      <div className={style.week}>
        {value.map((intervals, index) => {
          const day = weekdayName(index + 1, i18n.language, 'long')
          return (
            <fieldset key={day} className={style.weekday}>
              <legend className="only-heard">{day}</legend>
              <span className={style.dayName} aria-hidden>
                {weekdayName(index + 1, i18n.language)}
              </span>
              <DayHours
                label={day}
                value={intervals}
                faults={faultsUnder(faults, `week.${index}`)}
                onChange={(next) => set([index], next)}
              />
              <Dropdown
                trigger={['click']}
                placement="bottomRight"
                menu={{
                  items: [
                    { key: 'all', label: t('allDay'), onClick: () => set([index], wholeDay) },
                    { key: 'closed', label: t('closed'), onClick: () => set([index], []) },
                    { type: 'divider' },
                    {
                      key: 'weekdays',
                      icon: <CopyOutlined />,
                      label: t('copyToWeekdays'),
                      onClick: () => set([0, 1, 2, 3, 4], intervals),
                    },
                    {
                      key: 'every',
                      icon: <CopyOutlined />,
                      label: t('copyToAll'),
                      onClick: () => set([0, 1, 2, 3, 4, 5, 6], intervals),
                    },
                  ],
                }}
              >
                <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t('dayMenu', { day })} />
              </Dropdown>
            </fieldset>
          )
        })}
      </div>
    </OwnStatus>
  )
}
