import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarDefinition } from '../../domain/clock/calendar-shape.ts'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { TimeZoneSelect } from '../ui/time-zone-select.tsx'
import style from './calendar.module.css'
import { type Calendar, type CalendarValues, newCalendar, type PreviewDay } from './calendar.ts'
import { ExceptionsField, exceptionOn } from './exceptions-field.tsx'
import { faultWords } from './fault-words.ts'
import { HolidayList } from './holiday-list.tsx'
import { HolidaysField } from './holidays-field.tsx'
import { hoursFaults } from './hours-faults.ts'
import { MonthPreview } from './month-preview.tsx'
import { WeekField } from './week-field.tsx'

interface CalendarSheetProps {
  brandId: number
  /** One of the list, or `new`. */
  calendar: Calendar | 'new' | undefined
  onClose: () => void
}

/** Edits a service calendar, with a month of it beside. */
export function CalendarSheet({ brandId, calendar, onClose }: CalendarSheetProps) {
  const { t } = useTranslation(['clock', 'shell'])
  const [form] = Form.useForm<CalendarValues>()
  const one = calendar === 'new' ? undefined : calendar
  const update = async (calendarId: number, body: Partial<CalendarValues> & { archived?: boolean }) => {
    await client.clock.updateCalendar({ params: { calendarId }, body })
    await refresh('clock')
  }
  const save = async (values: CalendarValues) => {
    if (one) await update(one.id, values)
    else {
      await client.clock.createCalendar({ body: { brandId, ...values } })
      await refresh('clock')
    }
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<CalendarValues>
      key={one?.id ?? 0}
      open={calendar !== undefined}
      title={one?.name ?? t('newCalendar')}
      form={form}
      initial={one ? { name: one.name, definition: one.definition } : { definition: newCalendar() }}
      onSave={save}
      onClose={onClose}
      blame={{ calendar_name_taken: ['name'], holiday_country_unknown: ['definition', 'holidays'] }}
      width={1120}
      aside={
        one && (
          <ArchiveButton
            archived={one.archived}
            name={one.name}
            onSet={(archived) => update(one.id, { archived })}
            onDone={onClose}
          />
        )
      }
    >
      <NameItem />
      <CalendarFields />
    </SideSheetForm>
  )
}

function CalendarFields() {
  const { t } = useTranslation(['clock', 'shell'])
  const form = Form.useFormInstance<CalendarValues>()
  const watched = Form.useWatch((values: CalendarValues) => values.definition, form) as
    | CalendarDefinition
    | undefined
  const definition = watched ?? (form.getFieldValue('definition') as CalendarDefinition)
  const faults = hoursFaults({ week: definition.week ?? [], exceptions: definition.exceptions ?? [] })
  const setExceptions = (exceptions: CalendarDefinition['exceptions']) =>
    form.setFieldValue(['definition', 'exceptions'], exceptions)
  const noFaults = (place: 'week' | 'exceptions') => ({
    validator: () => {
      const found = [...hoursFaults(form.getFieldValue('definition') as CalendarDefinition)].filter(
        ([path]) => path === place || path.startsWith(`${place}.`),
      )
      if (found.length === 0) return Promise.resolve()
      const whole = found.find(([path]) => path === place)
      return Promise.reject(new Error(whole ? faultWords(whole[1]) : t('hoursToMend')))
    },
  })
  /** Goes to the day's exception; makes one where there is none. */
  const onDay = (day: PreviewDay) => {
    const { exceptions } = definition
    const known = exceptions.findIndex(({ date }) => date === day.date)
    if (known < 0) setExceptions([...exceptions, exceptionOn(day.date, day.intervals.length > 0)])
    const id = `exception-${known < 0 ? exceptions.length : known}`
    requestAnimationFrame(() => {
      const box = document.getElementById(id)
      box?.scrollIntoView({ block: 'center' })
      box?.querySelector<HTMLElement>('.ant-select input, input')?.focus()
    })
  }
  return (
    <div className={style.columns}>
      <div className={style.fields}>
        <Form.Item name={['definition', 'timeZone']} label={t('timeZone')} extra={t('timeZoneHint')}>
          <TimeZoneSelect />
        </Form.Item>
        <Form.Item
          name={['definition', 'week']}
          label={t('week')}
          rules={[noFaults('week')]}
          extra={t('weekHint')}
        >
          <WeekField />
        </Form.Item>
        <Form.Item
          name={['definition', 'holidays']}
          label={t('holidays')}
          extra={definition.holidays ? undefined : t('holidaysHint')}
        >
          <HolidaysField />
        </Form.Item>
        {definition.holidays && (
          <HolidayList
            holidays={definition.holidays}
            exceptions={definition.exceptions}
            onExceptions={setExceptions}
          />
        )}
        <Form.Item
          name={['definition', 'exceptions']}
          label={t('exceptions')}
          rules={[noFaults('exceptions')]}
          extra={t('exceptionsHint')}
        >
          <ExceptionsField />
        </Form.Item>
      </div>
      <MonthPreview definition={definition} valid={faults.size === 0} onDay={onDay} />
    </div>
  )
}
