import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { InboxRow } from '../conversation/list-row.tsx'
import { useShops, useTopicNames } from '../conversation/lookups.ts'
import { useTakeNext } from '../conversation/use-commands.ts'
import { KeyCaps, useKeys } from '../shell/keys.tsx'
import { useMe } from '../shell/me.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import style from './day.module.css'
import type { Day } from './day.ts'
import { askDay } from './day-queries.ts'
import { OfferList } from './offer-list.tsx'
import { OwnFigures } from './own-figures.tsx'
import { PromiseList } from './promise-list.tsx'

/** What an agent begins with: offers, who waits, what was promised, what was left open; and the own figures. */
export default function DayPage() {
  const { t } = useTranslation('day')
  const me = useMe()
  const navigate = useNavigate()
  const open = (c: number) => void navigate({ to: '/inbox/$view', params: { view: 'mine' }, search: { c } })
  const { mutate: takeNext, isPending } = useTakeNext(open)
  useKeys('day', [{ keys: 'shift+t', does: 'takeNext', run: takeNext }])
  const day = useQuery(askDay())
  return (
    <div className={style.day}>
      <header className={style.head}>
        <h1>{t('title', { name: me.name })}</h1>
        <Button type="primary" loading={isPending} onClick={() => takeNext()}>
          {t('takeNext')} <KeyCaps keys="shift+t" />
        </Button>
      </header>
      {day.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {day.error && !day.data && <ErrorState error={day.error} onRetry={() => void day.refetch()} />}
      {day.data && <Parts day={day.data} onOpen={open} />}
    </div>
  )
}

function Parts({ day, onOpen }: { day: Day; onOpen: (conversationId: number) => void }) {
  const { t } = useTranslation('day')
  const { offers, unanswered, promises, followUps } = day
  const nothing = offers.length + unanswered.length + promises.length + followUps.length === 0
  return (
    <>
      <OwnFigures figures={day.figures} />
      {nothing && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {offers.length > 0 && (
        <Part title={t('offers.title')}>
          <OfferList offers={offers} onOpen={onOpen} />
        </Part>
      )}
      {unanswered.length > 0 && (
        <Part title={t('unanswered', { count: unanswered.length })}>
          <Talks rows={unanswered} onOpen={onOpen} />
        </Part>
      )}
      {promises.length > 0 && (
        <Part title={t('promises.title')}>
          <PromiseList promises={promises} onOpen={onOpen} />
        </Part>
      )}
      {followUps.length > 0 && (
        <Part title={t('followUps')} hint={t('followUpsHint')}>
          <Talks rows={followUps} onOpen={onOpen} states />
        </Part>
      )}
    </>
  )
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={style.part} aria-label={title}>
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children}
    </section>
  )
}

interface TalksProps {
  rows: readonly ConversationRow[]
  onOpen: (conversationId: number) => void
  /** Says beside each what it waits for. */
  states?: boolean
}

function Talks({ rows, onOpen, states = false }: TalksProps) {
  const { t } = useTranslation('conversation')
  const me = useMe()
  const shops = useShops()
  const topics = useTopicNames()
  return (
    <ul className={style.list}>
      {rows.map((row) => (
        <li key={row.id} className={style.talk}>
          <InboxRow
            row={{ ...row, readSeq: row.lastSeq }}
            gone={false}
            chosen={false}
            staffId={me.staffId}
            shop={shops.get(row.shopId)}
            topic={row.topicId === null ? undefined : topics.get(row.topicId)}
            href={`/inbox/mine?c=${row.id}`}
            onOpen={onOpen}
          />
          {states && <span className={style.state}>{t(`state.${row.state}`)}</span>}
        </li>
      ))}
    </ul>
  )
}
