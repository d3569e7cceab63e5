import { PlusOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { PresenceRow } from '../../domain/presence/endpoints.ts'
import { localTime } from '../../domain/roster/local-time.ts'
import style from './roster.module.css'
import { ShiftChip } from './shift-chip.tsx'
import type { ShiftDraft } from './shift-sheet.tsx'
import { daysOf, type Shift, shiftsOn, workHours } from './week.ts'

export interface WeekProps {
  people: readonly PresenceRow[]
  shifts: readonly Shift[]
  monday: string
  zone: string
  /** Opens a shift, or a place for a new one; undefined for those who only look. */
  onOpen: ((draft: ShiftDraft) => void) | undefined
}

/** People down, days across; every cell can be reached and filled by keyboard. */
export function WeekGrid({ people, shifts, monday, zone, onOpen }: WeekProps) {
  const { t } = useTranslation('roster')
  const dayText = useDayText()
  const days = daysOf(monday)
  const today = localTime(new Date(), zone).day
  return (
    <section className={style.scroll} aria-label={t('title')}>
      <table className={style.grid}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            {days.map((day) => (
              <th key={day} scope="col" data-today={day === today}>
                {dayText(day)}
              </th>
            ))}
            <th scope="col">{t('hours')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ staffId, name }) => (
            <tr key={staffId}>
              <th scope="row">{name}</th>
              {days.map((day) => (
                <td key={day} data-today={day === today}>
                  {shiftsOn(shifts, staffId, day, zone).map((shift) => (
                    <ShiftChip key={shift.id} shift={shift} zone={zone} onOpen={onOpen} />
                  ))}
                  {onOpen && (
                    <button
                      type="button"
                      className={style.plus}
                      aria-label={t('addFor', { name, day: dayText(day) })}
                      onClick={() => onOpen({ staffId, day })}
                    >
                      <PlusOutlined />
                    </button>
                  )}
                </td>
              ))}
              <td className={style.hours}>
                {workHours(shifts.filter((shift) => shift.staffId === staffId))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A day in short words: `Mon 9`, `周一 9日`. */
export function useDayText(): (day: string) => string {
  const { i18n } = useTranslation('roster')
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', day: 'numeric', timeZone: 'UTC' })
  return (day) => format.format(Date.parse(day))
}
