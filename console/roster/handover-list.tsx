import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { rosterEndpoints } from '../../domain/roster/endpoints.ts'
import { client } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Section } from '../ui/page.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './roster.module.css'
import { SheetView } from './sheet-view.tsx'

type Page = EndpointOutput<typeof rosterEndpoints.listHandovers>
type Handover = Page['handovers'][number]

/** Handovers of a team, newest first; those of others can be signed once. */
export function HandoverList({ teamId, ofTeam }: { teamId: number; ofTeam: boolean }) {
  const { t } = useTranslation(['roster', 'shell'])
  const query = useInfiniteQuery({
    queryKey: ['roster', 'listHandovers', teamId],
    queryFn: ({ pageParam }) =>
      client.roster.listHandovers({ params: { teamId }, query: pageParam ? { before: pageParam } : {} }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page) => page.next,
  })
  const pages = query.data?.pages ?? []
  return (
    <Section title={t('handover.list')} hint={t('handover.listHint')}>
      {query.isPending && <Skeleton active />}
      {query.error && pages.length === 0 && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && pages[0]?.handovers.length === 0 && (
        <EmptyState title={t('handover.empty')} hint={t('handover.emptyHint')} />
      )}
      {pages.flatMap((page) =>
        page.handovers.map((handover) => (
          <HandoverCard key={handover.id} handover={handover} names={page.names} ofTeam={ofTeam} />
        )),
      )}
      {query.hasNextPage && (
        <Button
          style={{ marginTop: 12 }}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      )}
    </Section>
  )
}

interface HandoverCardProps {
  handover: Handover
  names: Page['names']
  ofTeam: boolean
}

function HandoverCard({ handover, names, ofTeam }: HandoverCardProps) {
  const { t } = useTranslation('roster')
  const me = useMe()
  const [shown, setShown] = useState(handover.signedBy === null)
  const { sheet } = handover
  const maySign = ofTeam && handover.signedBy === null && handover.fromStaffId !== me.staffId
  return (
    <article className={style.card}>
      <div className={style.cardHead}>
        <strong>{t('handover.from', { name: handover.fromName })}</strong>
        <span className={style.quiet}>
          <TimeAgo at={handover.createdAt} />
        </span>
        <span className={style.end}>
          {handover.signedName === null ? (
            <Tag color="warning">{t('handover.unsigned')}</Tag>
          ) : (
            <Tag color="success">{t('handover.signed', { name: handover.signedName })}</Tag>
          )}
        </span>
      </div>
      <div className={style.counts}>
        <span>{t('handover.openCount', { count: sheet.openCount })}</span>
        <span>{t('handover.waitingCount', { count: sheet.waitingCount })}</span>
        <span>{t('handover.promiseCount', { count: sheet.promiseCount })}</span>
        <Button type="link" size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'handover.fold' : 'handover.unfold')}
        </Button>
      </div>
      {handover.note && <p className={style.said}>{handover.note}</p>}
      {shown && <SheetView sheet={sheet} names={names} />}
      {handover.signNote && (
        <p className={style.said}>
          {handover.signedName}: {handover.signNote}
        </p>
      )}
      {maySign && <Sign handoverId={handover.id} />}
    </article>
  )
}

function Sign({ handoverId }: { handoverId: number }) {
  const { t } = useTranslation('roster')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const sign = async () => {
    setBusy(true)
    try {
      await client.roster.signHandover({ params: { handoverId }, body: { note } })
      toast.done(t('handover.signDone'))
    } catch (error) {
      toast.refused(error)
    } finally {
      setBusy(false)
      await refresh('roster')
    }
  }
  return (
    <div className={style.write}>
      <Input.TextArea
        aria-label={t('handover.signNote')}
        placeholder={t('handover.signNote')}
        value={note}
        maxLength={2000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="primary" loading={busy} onClick={() => void sign()}>
        {t('handover.sign')}
      </Button>
    </div>
  )
}
