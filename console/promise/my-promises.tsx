import { CarryOutOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromiseView } from '../../domain/promise/endpoints.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LateSheet } from './late-sheet.tsx'
import style from './promise.module.css'
import { PromiseLine } from './promise-line.tsx'
import { minePage } from './promise-queries.ts'

interface MyPromisesProps {
  onOpen: (conversationId: number) => void
  /** Told whose conversations are shown, from top to bottom, for going on by keyboard. */
  onShown?: (ids: number[]) => void
}

const none: PromiseView[] = []

/** The viewer's promises that are still to be kept, by their time; choosing one opens its conversation. */
export function MyPromises({ onOpen, onShown }: MyPromisesProps) {
  const { t } = useTranslation('promise')
  const [changed, change] = useState<PromiseView>()
  const query = useInfiniteQuery({
    queryKey: ['promise', 'mine'],
    queryFn: ({ pageParam }) => minePage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const { data } = query
  const promises = useMemo(() => data?.pages.flatMap((page) => page.promises) ?? none, [data])
  useEffect(() => onShown?.([...new Set(promises.map((one) => one.conversationId))]), [promises, onShown])
  if (query.isPending) return <Skeleton active style={{ padding: 16 }} />
  if (query.isError && promises.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (promises.length === 0)
    return <EmptyState icon={<CarryOutOutlined />} title={t('mineNone')} hint={t('mineNoneHint')} />
  return (
    <div className={style.mine}>
      <ul className={style.list} aria-label={t('mine')}>
        {promises.map((promise) => (
          <PromiseLine
            key={promise.id}
            promise={promise}
            onChange={() => change(promise)}
            onOpen={() => onOpen(promise.conversationId)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          type="text"
          block
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('moreOfMine')}
        </Button>
      )}
      <LateSheet
        conversationId={changed?.conversationId ?? 0}
        shopId={changed?.shopId ?? 0}
        of={changed}
        onClose={() => change(undefined)}
      />
    </div>
  )
}
