import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inboxHref } from '../conversation/inbox-search.ts'
import { useMay } from '../shell/me.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { BlockSheet, unblock } from './block-sheet.tsx'
import style from './customer.module.css'
import { askCustomer } from './customer-queries.ts'
import { CustomerSections } from './customer-sections.tsx'
import { CustomerSummary } from './customer-summary.tsx'
import { Timeline } from './timeline.tsx'

/** One customer: who they are, and every conversation with them. */
export function CustomerPage({ customerId }: { customerId: number }) {
  const { t } = useTranslation('customer')
  const navigate = useNavigate()
  const { data: customer, error, refetch } = useQuery(askCustomer(customerId))
  const [blocking, setBlocking] = useState(false)
  const mayWrite = useMay('customer.write', customer && { brandId: customer.brandId })
  const mayBlock = useMay('customer.block', customer && { brandId: customer.brandId })
  if (error && !customer) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!customer) {
    return (
      <div className={style.skeleton} aria-busy>
        <Skeleton active avatar paragraph={{ rows: 3 }} />
      </div>
    )
  }
  const open = (c: number) => void navigate({ href: inboxHref('all', { c }) })
  return (
    <div className={style.page}>
      <header className={style.pageHead}>
        <CustomerSummary customer={customer} />
        {mayBlock &&
          (customer.blocked ? (
            <Button onClick={() => void unblock(customerId)}>{t('unblock')}</Button>
          ) : (
            <Button onClick={() => setBlocking(true)}>{t('block')}</Button>
          ))}
      </header>
      <div className={style.pageBody}>
        <section aria-label={t('timeline')} className={style.pageTimeline}>
          <h2 className={style.pageTitle}>
            {t('timeline')} <small>{customer.conversations}</small>
          </h2>
          <Timeline customerId={customerId} onOpen={open} />
        </section>
        <div className={style.pageSide}>
          <CustomerSections customer={customer} mayWrite={mayWrite} />
        </div>
      </div>
      <BlockSheet customerId={customerId} open={blocking} onClose={() => setBlocking(false)} />
    </div>
  )
}
