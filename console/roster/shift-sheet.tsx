import { Button, DatePicker, Form, Input, Segmented, Select, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { PresenceRow } from '../../domain/presence/endpoints.ts'
import { localTime, plusDays } from '../../domain/roster/local-time.ts'
import type { ShiftKind } from '../../domain/roster/shift.ts'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { addShift, removeShift } from './use-roster.ts'
import { leaveMoments, type Shift, shiftMoments } from './week.ts'

/** A shift being changed, or a place for a new one. */
export type ShiftDraft = { shift: Shift } | { staffId?: number; day: string }

interface ShiftValues {
  staffId: number
  kind: ShiftKind
  day: Dayjs
  times: [Dayjs, Dayjs]
  days: [Dayjs, Dayjs]
  note: string
}

interface ShiftSheetProps {
  draft: ShiftDraft | undefined
  people: readonly PresenceRow[]
  teamId: number | null
  zone: string
  onClose: () => void
}

const dayText = (date: Dayjs) => date.format('YYYY-MM-DD')
const atMinutes = (minutes: number) => dayjs('2000-01-01').add(minutes, 'minute')
const minutesOf = (time: Dayjs) => time.hour() * 60 + time.minute()

/** Plans one shift or leave; times are those of the shop's clock. */
export function ShiftSheet({ draft, people, teamId, zone, onClose }: ShiftSheetProps) {
  const { t } = useTranslation(['roster', 'shell'])
  const shift = draft && 'shift' in draft ? draft.shift : undefined
  const [form] = Form.useForm<ShiftValues>()
  const kind = Form.useWatch('kind', form) ?? shift?.kind ?? 'work'
  const save = async (values: ShiftValues) => {
    const moments =
      values.kind === 'work'
        ? shiftMoments(dayText(values.day), minutesOf(values.times[0]), minutesOf(values.times[1]), zone)
        : leaveMoments(dayText(values.days[0]), dayText(values.days[1]), zone)
    if (shift) {
      const body = { ...moments, note: values.note ?? '' }
      await client.roster.updateShift({ params: { shiftId: shift.id }, body })
      await refresh('roster')
    } else {
      const { staffId, note = '' } = values
      await addShift({ staffId, teamId, kind: values.kind, note, ...moments })
    }
    toast.done(t('shell:saved'))
  }
  const remove = async () => {
    if (!shift) return
    onClose()
    await removeShift(shift, t('removed')).catch(toast.refused)
  }
  return (
    <SideSheetForm<ShiftValues>
      key={draft ? JSON.stringify(draft) : 'none'}
      form={form}
      open={draft !== undefined}
      title={shift ? t('change') : t('add')}
      initial={draft ? valuesOf(draft, zone) : {}}
      onSave={save}
      onClose={onClose}
      aside={
        shift && (
          <Button danger onClick={() => void remove()}>
            {t('remove')}
          </Button>
        )
      }
    >
      <Form.Item
        name="staffId"
        label={t('person')}
        rules={[{ required: true, message: t('shell:fault.required') }]}
      >
        <Select
          disabled={shift !== undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')}>
        <Segmented<ShiftKind>
          disabled={shift !== undefined}
          options={[
            { value: 'work', label: t('work') },
            { value: 'leave', label: t('leave') },
          ]}
        />
      </Form.Item>
      {kind === 'work' ? (
        <>
          <Form.Item
            name="day"
            label={t('day')}
            rules={[{ required: true, message: t('shell:fault.required') }]}
          >
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item
            name="times"
            label={t('times')}
            extra={t('timesHint', { zone })}
            rules={[{ required: true, message: t('shell:fault.required') }]}
          >
            <TimePicker.RangePicker
              format="HH:mm"
              minuteStep={15}
              order={false}
              allowClear={false}
              style={{ width: '100%' }}
            />
          </Form.Item>
        </>
      ) : (
        <Form.Item
          name="days"
          label={t('days')}
          extra={t('daysHint')}
          rules={[{ required: true, message: t('shell:fault.required') }]}
        >
          <DatePicker.RangePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </SideSheetForm>
  )
}

/** What the sheet begins with. A leave ends at the midnight after its last day. */
function valuesOf(draft: ShiftDraft, zone: string): Partial<ShiftValues> {
  if (!('shift' in draft)) {
    const day = dayjs(draft.day)
    const times: [Dayjs, Dayjs] = [atMinutes(9 * 60), atMinutes(18 * 60)]
    const { staffId } = draft
    return { kind: 'work', day, times, days: [day, day], note: '', ...(staffId ? { staffId } : {}) }
  }
  const { shift } = draft
  const starts = localTime(new Date(shift.startsAt), zone)
  const ends = localTime(new Date(shift.endsAt), zone)
  const last = ends.minutes === 0 ? plusDays(ends.day, -1) : ends.day
  return {
    staffId: shift.staffId,
    kind: shift.kind,
    day: dayjs(starts.day),
    times: [atMinutes(starts.minutes), atMinutes(ends.minutes)],
    days: [dayjs(starts.day), dayjs(last)],
    note: shift.note,
  }
}
