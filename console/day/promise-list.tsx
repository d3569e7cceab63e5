import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Due } from '../floor/wait.tsx'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import style from './day.module.css'
import type { Day } from './day.ts'

interface PromiseListProps {
  promises: Day['promises']
  onOpen: (conversationId: number) => void
}

/** What was promised to customers and is not done yet, the first due first. */
export function PromiseList({ promises, onOpen }: PromiseListProps) {
  const { t } = useTranslation(['day', 'customer'])
  const keep = useMutation({
    mutationFn: (promiseId: number) => client.promise.keepPromise({ params: { promiseId } }),
    onSuccess: () => toast.done(t('promises.done')),
    onSettled: () => refresh('day', 'promise', 'conversation'),
  })
  return (
    <ul className={style.list}>
      {promises.map((promise) => (
        <li key={promise.id} className={style.item}>
          <span className={style.words}>
            <button type="button" className={style.open} onClick={() => onOpen(promise.conversationId)}>
              <bdi>{promise.what}</bdi>
            </button>
            <span className={style.under}>
              <bdi>{promise.customerName ?? t('customer:unnamed')}</bdi> ·{' '}
              {t(`promises.kind.${promise.kind}`)}
            </span>
          </span>
          <Due at={promise.dueAt} />
          <Button
            className={style.verb}
            loading={keep.isPending && keep.variables === promise.id}
            onClick={() => keep.mutate(promise.id)}
          >
            {t('promises.keep')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
