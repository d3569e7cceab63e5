import { InboxOutlined, UpOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Skeleton } from 'antd'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PickBox, type Selection } from '../assignment/bulk.tsx'
import { useMe } from '../shell/me.ts'
import { usePreferences } from '../shell/preferences.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { lastHeard, listKey } from './conversation-cache.ts'
import style from './inbox.module.css'
import { type InboxSearch, inboxHref } from './inbox-search.ts'
import { isDueView, type ListPage, type ListScope, rowsOf } from './list-cache.ts'
import { readPage } from './list-page.ts'
import { InboxRow } from './list-row.tsx'
import { useShops, useTopicNames } from './lookups.ts'
import { useHeldRows } from './use-held-rows.ts'

interface ListProps {
  scope: ListScope
  search: InboxSearch
  onOpen: (conversationId: number) => void
  /** Told which conversations are shown, from top to bottom, for going on by keyboard. */
  onShown: (ids: number[]) => void
  /** While several are selected. */
  selection?: Selection | undefined
}

/** A list of the inbox of any length. What changes does not move what is under the pointer. */
export function ConversationList({ scope, search, onOpen, onShown, selection }: ListProps) {
  const { t } = useTranslation(['conversation', 'customer'])
  const query = useInfiniteQuery({
    queryKey: listKey(scope),
    queryFn: ({ pageParam }): Promise<ListPage> => readPage(scope, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 60_000,
    // A list that was scrolled far is not read again page by page; the live connection keeps it.
    refetchOnWindowFocus: false,
  })
  const fresh = useMemo(() => rowsOf(query.data?.pages ?? []), [query.data])
  const box = useRef<HTMLDivElement>(null)
  const held = useHeldRows(fresh, box)
  const { rows } = held
  useEffect(() => onShown(rows.map(({ row }) => row.id)), [rows, onShown])
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const rowHeight = usePreferences().density === 'compact' ? 58 : 68
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    overscan: 8,
    getItemKey: (index) => rows[index]?.row.id ?? index,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - 8) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, lastShown, rows.length, fetchNextPage])
  const chosenAt = rows.findIndex(({ row }) => row.id === search.c)
  const wentTo = useRef<number>(undefined)
  useEffect(() => {
    if (chosenAt < 0 || wentTo.current === search.c) return
    wentTo.current = search.c
    virtual.scrollToIndex(chosenAt, { align: 'auto' })
  }, [virtual, chosenAt, search.c])
  const me = useMe()
  const shops = useShops()
  const topics = useTopicNames()
  if (query.isPending) return <ListSkeleton />
  if (query.isError && rows.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className={style.listBox}>
      {held.heldBack > 0 && (
        <button type="button" className={style.pill} onClick={held.release}>
          <UpOutlined aria-hidden /> {t('list.new', { count: held.heldBack })}
        </button>
      )}
      <div ref={box} className={style.list} {...held.handlers} tabIndex={-1}>
        {rows.length === 0 && <EmptyList scope={scope} />}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const shown = rows[item.index]
            if (!shown) return null
            const { gone } = shown
            const row = gone ? { ...shown.row, ...lastHeard(shown.row.id) } : shown.row
            return (
              <div
                key={item.key}
                className={style.place}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                {selection && (
                  <PickBox
                    id={row.id}
                    name={row.customerName ?? t('customer:unnamed')}
                    selection={selection}
                  />
                )}
                <InboxRow
                  row={row}
                  gone={gone}
                  byDeadline={isDueView(scope.view)}
                  chosen={row.id === search.c}
                  staffId={me.staffId}
                  href={inboxHref(scope.view, { ...search, c: row.id })}
                  onOpen={onOpen}
                  shop={shops.get(row.shopId)}
                  topic={row.topicId === null ? undefined : topics.get(row.topicId)}
                />
              </div>
            )
          })}
        </div>
        {isFetchingNextPage && <p className={style.more}>{t('list.loading')}</p>}
      </div>
    </div>
  )
}

function EmptyList({ scope }: { scope: ListScope }) {
  const { t } = useTranslation(['conversation', 'clock'])
  const { view, ...asked } = scope
  const filtered = Object.keys(asked).length > 0
  if (isDueView(view) && !filtered) {
    return (
      <EmptyState
        icon={<InboxOutlined />}
        title={t(`clock:empty.${view}.title`)}
        hint={t(`clock:empty.${view}.hint`)}
      />
    )
  }
  const of = filtered || isDueView(view) ? 'filtered' : view
  return <EmptyState icon={<InboxOutlined />} title={t(`empty.${of}.title`)} hint={t(`empty.${of}.hint`)} />
}

function ListSkeleton() {
  return (
    <div className={style.listBox} aria-busy>
      {[0, 1, 2, 3, 4, 5].map((n) => (
        <div key={n} className={style.rowSkeleton}>
          <Skeleton active avatar title={{ width: '40%' }} paragraph={{ rows: 1, width: '85%' }} />
        </div>
      ))}
    </div>
  )
}
