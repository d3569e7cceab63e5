import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromiseView } from '../../domain/promise/endpoints.ts'
import { useMay } from '../shell/me.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { LateSheet } from './late-sheet.tsx'
import style from './promise.module.css'
import { PromiseLine } from './promise-line.tsx'
import { askPromisesOf } from './promise-queries.ts'

interface PromiseListProps {
  conversation: { id: number; shopId: number; brandId: number }
}

/** What was promised in a conversation: what is still to be kept first, by its time. */
export function PromiseList({ conversation }: PromiseListProps) {
  const { t } = useTranslation('promise')
  const query = useQuery(askPromisesOf(conversation.id))
  const [sheet, setSheet] = useState<PromiseView | 'new'>()
  const mayReply = useMay('conversation.reply', {
    brandId: conversation.brandId,
    shopId: conversation.shopId,
  })
  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const promises = inOrder(query.data.promises)
  return (
    <div>
      {promises.length === 0 && <p className={style.quiet}>{t('none')}</p>}
      {promises.length > 0 && (
        <ul className={style.list} aria-label={t('title')}>
          {promises.map((promise) => (
            <PromiseLine key={promise.id} promise={promise} onChange={() => setSheet(promise)} />
          ))}
        </ul>
      )}
      {mayReply && (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined />}
          className={style.add}
          onClick={() => setSheet('new')}
        >
          {t('make')}
        </Button>
      )}
      <LateSheet
        conversationId={conversation.id}
        shopId={conversation.shopId}
        of={sheet}
        onClose={() => setSheet(undefined)}
      />
    </div>
  )
}

/** Those still to be kept by their time, then the settled ones, newest first. */
export function inOrder(promises: readonly PromiseView[]): PromiseView[] {
  const open = promises.filter(isOpen).toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
  return [...open, ...promises.filter((promise) => !isOpen(promise))]
}

/** Whether a promise is still to be kept; one that is overdue is. */
export function isOpen({ state }: PromiseView): boolean {
  return state === 'open' || state === 'broken'
}
