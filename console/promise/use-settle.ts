import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PromiseView } from '../../domain/promise/endpoints.ts'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'

/** The verbs that settle a promise. A withdrawn one is made again from the toast, while its time is still to come. */
export function useSettle() {
  const { t } = useTranslation('promise')
  const { mutate, isPending } = useMutation({
    mutationFn: (call: () => Promise<unknown>) => call(),
    onSettled: () => refresh('promise', 'day'),
  })
  const keep = ({ id }: PromiseView) =>
    mutate(() => client.promise.keepPromise({ params: { promiseId: id } }), {
      onSuccess: () => toast.done(t('keptDone')),
    })
  const withdraw = (promise: PromiseView) => {
    const { id, conversationId, kind, what, dueAt, staffId } = promise
    const again = () =>
      mutate(() =>
        client.promise.makePromise({ params: { conversationId }, body: { kind, what, dueAt, staffId } }),
      )
    mutate(() => client.promise.withdrawPromise({ params: { promiseId: id } }), {
      onSuccess: () => toast.done(t('withdrawnDone'), Date.parse(dueAt) > Date.now() ? again : undefined),
    })
  }
  return { keep, withdraw, busy: isPending }
}
