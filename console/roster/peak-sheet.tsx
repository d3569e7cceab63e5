import { Button, DatePicker, Form, InputNumber, Space, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../domain/localized.ts'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { LocalizedField } from '../ui/localized-field.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import type { Peak } from './peak-event.ts'

interface PeakValues {
  name: string
  dates: [Dayjs, Dayjs]
  peakCapacity: boolean
  leaveStop: boolean
  samplingPercent: number | null
  script: Localized
  dispatchPromise: Localized
}

interface PeakSheetProps {
  draft: Peak | 'new' | undefined
  brandId: number
  onClose: () => void
}

/** Plans or changes a peak event; one that is on can be changed or ended, too. */
export function PeakSheet({ draft, brandId, onClose }: PeakSheetProps) {
  const { t } = useTranslation(['roster', 'shell'])
  const event = draft === 'new' ? undefined : draft
  const save = async (values: PeakValues) => {
    const [from, to] = values.dates
    const { name, peakCapacity, leaveStop, samplingPercent } = values
    const body = {
      name,
      startsAt: from.toISOString(),
      endsAt: to.toISOString(),
      settings: {
        peakCapacity,
        leaveStop,
        samplingShare: samplingPercent === null ? null : samplingPercent / 100,
        script: filled(values.script),
        dispatchPromise: filled(values.dispatchPromise),
      },
    }
    if (event) await client.roster.updatePeakEvent({ params: { peakEventId: event.id }, body })
    else await client.roster.createPeakEvent({ body: { brandId, ...body } })
    await refresh('roster')
    toast.done(t('shell:saved'))
  }
  const cancel = async () => {
    if (!event) return
    onClose()
    try {
      await client.roster.cancelPeakEvent({ params: { peakEventId: event.id } })
      await refresh('roster')
    } catch (error) {
      toast.refused(error)
      return
    }
    // What was cancelled stays in the list as such; taking it back plans the same anew.
    const { name, startsAt, endsAt, settings } = event
    toast.done(t('peak.cancelledDone', { name }), async () => {
      const body = { brandId, name, startsAt, endsAt, settings }
      await client.roster.createPeakEvent({ body }).catch(toast.refused)
      await refresh('roster')
    })
  }
  return (
    <SideSheetForm<PeakValues>
      key={event?.id ?? 'new'}
      open={draft !== undefined}
      title={event ? event.name : t('peak.create')}
      initial={valuesOf(event)}
      onSave={save}
      onClose={onClose}
      width={560}
      blame={{ peak_dates: ['dates'], peak_overlaps: ['dates'] }}
      aside={
        event && (
          <Button danger onClick={() => void cancel()}>
            {t('peak.cancel')}
          </Button>
        )
      }
    >
      <NameItem placeholder={t('peak.example')} />
      <Form.Item
        name="dates"
        label={t('peak.dates')}
        rules={[{ required: true, message: t('shell:fault.required') }]}
      >
        <DatePicker.RangePicker
          showTime={{ format: 'HH:mm', minuteStep: 15 }}
          format="YYYY-MM-DD HH:mm"
          style={{ width: '100%' }}
        />
      </Form.Item>
      <SwitchItem name="peakCapacity" />
      <SwitchItem name="leaveStop" />
      <Form.Item label={t('peak.sampling')} extra={t('peak.samplingHint')} htmlFor="samplingPercent">
        <Space>
          <Form.Item name="samplingPercent" noStyle>
            <InputNumber id="samplingPercent" min={0} max={100} precision={0} />
          </Form.Item>
          %
        </Space>
      </Form.Item>
      <Form.Item name="script" label={t('peak.script')} extra={t('peak.scriptHint')}>
        <LocalizedField multiline />
      </Form.Item>
      <Form.Item name="dispatchPromise" label={t('peak.dispatch')} extra={t('peak.dispatchHint')}>
        <LocalizedField multiline />
      </Form.Item>
    </SideSheetForm>
  )
}

function SwitchItem({ name }: { name: 'peakCapacity' | 'leaveStop' }) {
  const { t } = useTranslation('roster')
  return (
    <Form.Item label={t(`peak.${name}`)} name={name} valuePropName="checked" extra={t(`peak.${name}Hint`)}>
      <Switch />
    </Form.Item>
  )
}

/** Languages with words; null where there are none. */
function filled(text: Localized | undefined): Localized | null {
  const kept = Object.entries(text ?? {}).filter(([, words]) => words.trim() !== '')
  return kept.length > 0 ? Object.fromEntries(kept) : null
}

function valuesOf(event: Peak | undefined): Partial<PeakValues> {
  if (!event)
    return { peakCapacity: true, leaveStop: false, samplingPercent: null, script: {}, dispatchPromise: {} }
  const { peakCapacity, leaveStop, samplingShare, script, dispatchPromise } = event.settings
  return {
    name: event.name,
    dates: [dayjs(event.startsAt), dayjs(event.endsAt)],
    peakCapacity,
    leaveStop,
    samplingPercent: samplingShare === null ? null : Math.round(samplingShare * 100),
    script: script ?? {},
    dispatchPromise: dispatchPromise ?? {},
  }
}
