import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { noticeShape } from '../../domain/notice/endpoints.ts'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './notice.module.css'

type Notice = z.infer<typeof noticeShape>

/** The own notices, newest first; choosing one opens its conversation. */
export function NoticeList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('notice')
  const router = useRouter()
  const pages = useInfiniteQuery({
    queryKey: ['notice', 'pages'],
    queryFn: ({ pageParam }) => client.notice.listNotices({ query: { before: pageParam } }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.more ? page.notices.at(-1)?.id : undefined),
  })
  const read = useMutation({
    mutationFn: (upTo: number) => client.notice.readNotices({ body: { upTo } }),
    onSuccess: () => refresh('notice'),
  })
  const notices = pages.data?.pages.flatMap((page) => page.notices) ?? []
  const newest = notices[0]
  const anyUnread = (pages.data?.pages[0]?.unread ?? 0) > 0
  const open = (notice: Notice) => {
    onClose()
    if (newest && notice.id === newest.id && !notice.readAt) read.mutate(notice.id)
    void router.navigate({
      to: '/inbox/$view',
      params: { view: 'mine' },
      search: { c: notice.conversationId, ...(remindsOfPromise(notice) ? { promise: 1 as const } : {}) },
    })
  }
  return (
    <section className={style.sheet} aria-label={t('title')}>
      <header className={style.head}>
        <h2 className={style.title}>{t('title')}</h2>
        {newest && anyUnread && (
          <Button type="link" size="small" loading={read.isPending} onClick={() => read.mutate(newest.id)}>
            {t('readAll')}
          </Button>
        )}
      </header>
      <div className={style.list}>
        {pages.isPending && <Skeleton active style={{ padding: 16 }} />}
        {pages.isError && notices.length === 0 && (
          <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
        )}
        {pages.isSuccess && notices.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onOpen={() => open(notice)} />
        ))}
        {pages.hasNextPage && (
          <Button
            type="text"
            block
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('older')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** A reminder of a promise opens the promises of its conversation. */
function remindsOfPromise({ kind }: Notice): boolean {
  return kind === 'promise_due' || kind === 'promise_broken'
}

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation('notice')
  const by = notice.byName ?? t('system')
  const customer = notice.customerName ?? t('somebody')
  return (
    <button type="button" className={style.row} onClick={onOpen}>
      <span className={notice.readAt ? style.read : style.dot} />
      {!notice.readAt && <span className="only-heard">{t('unread')}</span>}
      <span className={style.text}>{t(notice.kind, { by, customer })}</span>
      <span className={style.when}>
        <TimeAgo at={notice.createdAt} />
      </span>
    </button>
  )
}
