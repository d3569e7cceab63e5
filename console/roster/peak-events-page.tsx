import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandChoice, useBrandChoice } from '../brand/brand-choice.tsx'
import { ask } from '../shell/query-client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useNow } from '../ui/now.ts'
import { Page } from '../ui/page.tsx'
import { exactTime } from '../ui/relative-time.ts'
import { Row, Rows } from '../ui/rows.tsx'
import type { Peak } from './peak-event.ts'
import { PeakSheet } from './peak-sheet.tsx'

/** Sales with a multiple of the usual load: when they are, and what they switch. */
export default function PeakEventsPage() {
  const { t } = useTranslation('roster')
  const choice = useBrandChoice()
  const query = useQuery(ask('roster', 'listPeakEvents'))
  const [draft, setDraft] = useState<Peak | 'new'>()
  const { brandId } = choice
  const events = (query.data?.events ?? []).filter((event) => event.brandId === brandId)
  return (
    <Page
      title={t('peak.title')}
      hint={t('peak.hint')}
      action={
        <>
          <BrandChoice choice={choice} />
          <Button type="primary" icon={<PlusOutlined />} disabled={!brandId} onClick={() => setDraft('new')}>
            {t('peak.create')}
          </Button>
        </>
      }
    >
      <Rows
        query={query}
        rows={events}
        label={t('peak.title')}
        empty={<EmptyState title={t('peak.empty')} hint={t('peak.emptyHint')} />}
        render={(event) => <PeakRow key={event.id} event={event} onOpen={() => setDraft(event)} />}
      />
      {brandId && <PeakSheet draft={draft} brandId={brandId} onClose={() => setDraft(undefined)} />}
    </Page>
  )
}

function PeakRow({ event, onOpen }: { event: Peak; onOpen: () => void }) {
  const { t, i18n } = useTranslation('roster')
  const now = useNow(30_000)
  const [from, to] = [Date.parse(event.startsAt), Date.parse(event.endsAt)]
  const state = event.cancelled ? 'cancelled' : now < from ? 'planned' : now < to ? 'on' : 'over'
  const { peakCapacity, leaveStop, samplingShare } = event.settings
  const switched = [
    peakCapacity && t('peak.peakCapacity'),
    leaveStop && t('peak.leaveStop'),
    samplingShare !== null && t('peak.sampled', { share: Math.round(samplingShare * 100) }),
  ].filter((text) => text !== false)
  return (
    <Row
      title={event.name}
      faded={state === 'cancelled' || state === 'over'}
      marks={<Tag color={state === 'on' ? 'processing' : 'default'}>{t(`peak.${state}`)}</Tag>}
      detail={[`${exactTime(from, i18n.language)} – ${exactTime(to, i18n.language)}`, ...switched].join(
        ' · ',
      )}
      onOpen={event.cancelled ? undefined : onOpen}
    />
  )
}
