import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime } from '../../domain/roster/local-time.ts'
import rows from '../ui/rows.module.css'
import { Row } from '../ui/rows.tsx'
import style from './roster.module.css'
import { ShiftChip } from './shift-chip.tsx'
import { daysOf, shiftsOn } from './week.ts'
import { useDayText, type WeekProps } from './week-grid.tsx'

/** The same on a phone: one day, its people below each other. */
export function DayList({ people, shifts, monday, zone, onOpen }: WeekProps) {
  const { t } = useTranslation('roster')
  const dayText = useDayText()
  const days = daysOf(monday)
  const today = localTime(new Date(), zone).day
  const [chosen, setChosen] = useState(today)
  const day = days.includes(chosen) ? chosen : monday
  return (
    <div className={style.dayList}>
      <div className={style.dayChoice}>
        <Segmented
          aria-label={t('day')}
          value={day}
          onChange={setChosen}
          options={days.map((one) => ({ value: one, label: dayText(one) }))}
        />
      </div>
      <ul className={rows.box} aria-label={dayText(day)}>
        {people.map(({ staffId, name }) => (
          <Row
            key={staffId}
            title={name}
            detail={
              <span className={style.chips}>
                {shiftsOn(shifts, staffId, day, zone).map((shift) => (
                  <ShiftChip key={shift.id} shift={shift} zone={zone} onOpen={onOpen} />
                ))}
              </span>
            }
            end={
              onOpen && (
                <Button
                  type="text"
                  icon={<PlusOutlined />}
                  aria-label={t('addFor', { name, day: dayText(day) })}
                  onClick={() => onOpen({ staffId, day })}
                />
              )
            }
          />
        ))}
      </ul>
    </div>
  )
}
