import { StarOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RatingRow } from '../../domain/rating/endpoints.ts'
import { client } from '../shell/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Rows } from '../ui/rows.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './rating.module.css'
import { Said } from './rating-facts.tsx'
import type { Which } from './rating-summary.tsx'
import { Stars } from './stars.tsx'

/** Every rating, newest first; each leads to its conversation. */
export function RatingList({ which }: { which: Which & { score?: number | undefined } }) {
  const { t } = useTranslation('rating')
  const query = useInfiniteQuery({
    queryKey: ['rating', 'list', which] as const,
    queryFn: ({ pageParam }) => client.rating.listRatings({ query: { ...which, after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <>
      <Rows
        query={query}
        rows={query.data?.pages.flatMap((page) => page.ratings) ?? []}
        label={t('list')}
        empty={<EmptyState icon={<StarOutlined />} title={t('empty')} hint={t('emptyHint')} />}
        render={(rating) => <Rated key={rating.id} rating={rating} />}
      />
      {query.hasNextPage && (
        <Button
          className={style.more}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </>
  )
}

function Rated({ rating }: { rating: RatingRow }) {
  const { t } = useTranslation('rating')
  return (
    <li className={style.rated}>
      <div className={style.ratedHead}>
        <Stars score={rating.score ?? 0} />
        <Link
          to="/inbox/$view"
          params={{ view: 'closed' }}
          search={{ c: rating.conversationId }}
          className={style.who}
        >
          <bdi>{rating.customerName ?? t('customer')}</bdi>
        </Link>
        <span className={style.quiet}>
          {t('credited', { name: rating.creditedName ?? t('nobody') })} ·{' '}
          <TimeAgo at={rating.ratedAt ?? rating.invitedAt} />
          {rating.changedAt && ` · ${t('changed')}`}
        </span>
      </div>
      <Said rating={rating} />
    </li>
  )
}
