import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useMay, useMe } from '../shell/me.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page, Section } from '../ui/page.tsx'
import { HandoverList } from './handover-list.tsx'
import style from './roster.module.css'
import { SheetView } from './sheet-view.tsx'
import { useTeamPlace } from './use-team-place.ts'

/** What the leaving shift tells the coming one: the sheet of this moment, a note, and what waits to be signed. */
export default function HandoverPage() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const mayPlan = useMay('roster.manage')
  const place = useTeamPlace()
  const own = place.teams.filter(({ memberIds }) => mayPlan || memberIds.includes(me.staffId))
  const team = own.find(({ id }) => id === place.team?.id) ?? own[0]
  return (
    <Page
      title={t('handover.title')}
      hint={t('handover.hint')}
      action={
        own.length > 1 && (
          <Select
            aria-label={t('team')}
            value={team?.id ?? null}
            onChange={(id) => id && place.chooseTeam(id)}
            options={own.map(({ id, name }) => ({ value: id as number | null, label: name }))}
            style={{ minWidth: 160 }}
          />
        )
      }
    >
      {team ? (
        <>
          <HandoverList teamId={team.id} ofTeam={team.memberIds.includes(me.staffId)} />
          <Now key={team.id} teamId={team.id} />
        </>
      ) : (
        <EmptyState title={t('handover.noTeam')} hint={t('handover.noTeamHint')} />
      )}
    </Page>
  )
}

/** The sheet of this moment, and the note to hand it over with. */
function Now({ teamId }: { teamId: number }) {
  const { t } = useTranslation('roster')
  const query = useQuery({ ...ask('roster', 'getHandoverSheet', { params: { teamId } }), staleTime: 0 })
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const handOver = async () => {
    setBusy(true)
    try {
      await client.roster.handOverShift({ params: { teamId }, body: { note } })
      setNote('')
      toast.done(t('handover.done'))
      await refresh('roster')
    } catch (error) {
      toast.refused(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={t('handover.now')} hint={t('handover.nowHint')}>
      <div className={style.card}>
        {query.isPending && <Skeleton active />}
        {query.error && !query.data && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && <SheetView {...query.data} />}
        <div className={style.write}>
          <Input.TextArea
            aria-label={t('handover.note')}
            placeholder={t('handover.note')}
            value={note}
            maxLength={2000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button type="primary" loading={busy} disabled={!query.data} onClick={() => void handOver()}>
            {t('handover.do')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
