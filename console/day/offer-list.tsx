import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Due } from '../floor/wait.tsx'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import style from './day.module.css'
import type { Day } from './day.ts'

interface OfferListProps {
  offers: Day['offers']
  onOpen: (conversationId: number) => void
}

/** Conversations that a colleague offers: accepted, they are mine; declined, they stay where they are. */
export function OfferList({ offers, onOpen }: OfferListProps) {
  const { t } = useTranslation(['day', 'customer'])
  const settled = { onSettled: () => refresh('day', 'assignment', 'conversation') }
  const accept = useMutation({
    mutationFn: ({ id }: Day['offers'][number]) =>
      client.assignment.acceptTransfer({ params: { transferId: id } }),
    onSuccess: (_done, { conversationId }) => onOpen(conversationId),
    ...settled,
  })
  const decline = useMutation({
    mutationFn: ({ id }: Day['offers'][number]) =>
      client.assignment.declineTransfer({ params: { transferId: id }, body: {} }),
    ...settled,
  })
  const busy = accept.isPending || decline.isPending
  return (
    <ul className={style.list}>
      {offers.map((offer) => (
        <li key={offer.id} className={style.item}>
          <span className={style.words}>
            <span className={style.name}>
              {t('offers.from', {
                name: offer.fromName ?? t('offers.system'),
                customer: offer.customerName ?? t('customer:unnamed'),
              })}
            </span>
            <span className={style.under}>
              <bdi>{[offer.reason, offer.summary].filter((text) => text !== '').join(' · ')}</bdi>
            </span>
          </span>
          {offer.expiresAt && <Due at={offer.expiresAt} />}
          <Button className={style.verb} disabled={busy} onClick={() => decline.mutate(offer)}>
            {t('offers.decline')}
          </Button>
          <Button className={style.verb} type="primary" disabled={busy} onClick={() => accept.mutate(offer)}>
            {t('offers.accept')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
