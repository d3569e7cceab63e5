import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConversationState } from '../../domain/conversation/state.ts'
import { useColleagues, useShops, useTopicNames } from '../conversation/lookups.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './customer.module.css'
import { askTimeline, type TimelineLine } from './customer-queries.ts'

interface TimelineProps {
  customerId: number
  /** The conversation that is open, marked as such. */
  currentId?: number
  onOpen: (conversationId: number) => void
}

/** Every conversation of a customer over all channels, newest first. */
export function Timeline({ customerId, currentId, onOpen }: TimelineProps) {
  const { t } = useTranslation('customer')
  const query = useInfiniteQuery(askTimeline(customerId))
  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const lines = query.data?.pages.flatMap((page) => page.conversations) ?? []
  return (
    <>
      {lines.length === 0 && <p className={style.quiet}>{t('noTalks')}</p>}
      <ol className={style.timeline}>
        {lines.map((line) => (
          <Talk key={line.id} line={line} current={line.id === currentId} onOpen={onOpen} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          size="small"
          type="text"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('olderTalks')}
        </Button>
      )}
    </>
  )
}

function Talk({
  line,
  current,
  onOpen,
}: {
  line: TimelineLine
  current: boolean
  onOpen: (id: number) => void
}) {
  const { t } = useTranslation(['customer', 'conversation'])
  const shops = useShops()
  const topics = useTopicNames()
  const colleagues = useColleagues()
  const closed = line.state === 'resolved' || line.state === 'ended'
  const result =
    closed && line.outcome
      ? t(`conversation:outcome.${line.outcome}` as 'conversation:outcome.solved')
      : t(`conversation:state.${line.state as ConversationState}`)
  const facts = [
    shops.size > 1 ? shops.get(line.shopId)?.name : undefined,
    topics.get(line.topicId ?? 0),
    colleagues.get(line.assigneeId ?? 0)?.name,
  ]
  return (
    <li className={style.talk} data-current={current} data-closed={closed}>
      <button
        type="button"
        onClick={() => onOpen(line.id)}
        disabled={current}
        aria-current={current ? 'true' : undefined}
      >
        <span className={style.talkTop}>
          <TimeAgo at={line.startedAt} />
          <span className={style.talkState}>{current ? t('thisTalk') : result}</span>
        </span>
        <span className={style.talkWords} dir="auto">
          {line.preview || t('conversation:row.noWords')}
        </span>
        {facts.some(Boolean) && <span className={style.talkFacts}>{facts.filter(Boolean).join(' · ')}</span>}
      </button>
    </li>
  )
}
