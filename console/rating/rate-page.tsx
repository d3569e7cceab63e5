import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallRefused } from '../../domain/client.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import type { CustomerRating, RatingGiven, ratingEndpoints } from '../../domain/rating/endpoints.ts'
import { scores } from '../../domain/rating/scale.ts'
import { client } from '../shell/api.ts'
import { ask } from '../shell/query-client.ts'
import { refusalText } from '../shell/refusal-text.ts'
import { tokenOf } from '../ui/link-token.ts'
import { exactTime } from '../ui/relative-time.ts'
import style from './rate.module.css'
import { RateCard } from './rate-card.tsx'
import { RateForm } from './rate-form.tsx'
import { starPath } from './stars.tsx'

type Linked = EndpointOutput<typeof ratingEndpoints.readRatingLink>

/** Opened by a customer from a mail: rates a conversation that has ended. Nobody signs in here. */
export default function RatePage() {
  const { t } = useTranslation('rating')
  const { hash, search } = useLocation()
  const token = tokenOf(hash, search.token) ?? ''
  const query = useQuery({
    ...ask('rating', 'readRatingLink', { body: { token } }),
    meta: { quiet: true },
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (query.data) return <LinkedRating token={token} linked={query.data} />
  if (query.isPending)
    return (
      <RateCard>
        <Skeleton active paragraph={{ rows: 3 }} />
      </RateCard>
    )
  const unknown = query.error instanceof CallRefused && [404, 410, 422].includes(query.error.status)
  if (unknown) return <RateCard title={t('rate.unknown')} hint={t('rate.unknownHint')} />
  return (
    <RateCard title={t('rate.failed')} hint={refusalText(query.error).sentence}>
      <button type="button" className={style.change} onClick={() => void query.refetch()}>
        {t('rate.again')}
      </button>
    </RateCard>
  )
}

function LinkedRating({ token, linked }: { token: string; linked: Linked }) {
  const { t } = useTranslation('rating')
  const [rating, setRating] = useState(linked.rating)
  const [step, setStep] = useState<'given' | 'changing' | 'changed'>('given')
  const { shopName: shop } = linked
  const saving = useMutation({
    mutationFn: (given: RatingGiven) => client.rating.rateByLink({ body: { token, ...given } }),
    meta: { quiet: true },
    onSuccess: (saved) => {
      setRating(saved.rating)
      setStep(step === 'changing' ? 'changed' : 'given')
    },
  })
  if (rating.state === 'expired')
    return <RateCard linked={linked} title={t('rate.expired')} hint={t('rate.expiredHint', { shop })} />
  if (rating.score !== null && step !== 'changing')
    return (
      <RateCard linked={linked} title={t(step === 'changed' ? 'rate.changed' : 'rate.thanks')}>
        <Given rating={rating} shop={shop} onChange={() => setStep('changing')} />
      </RateCard>
    )
  return (
    <RateCard linked={linked} title={t('rate.title')} hint={t('rate.hint', { shop })}>
      <RateForm
        rating={rating}
        busy={saving.isPending}
        failed={saving.error ? refusalText(saving.error).sentence : null}
        onSend={(given) => saving.mutate(given)}
        onCancel={step === 'changing' ? () => setStep('given') : undefined}
      />
    </RateCard>
  )
}

/** What was said, and until when it may be changed. */
function Given({ rating, shop, onChange }: { rating: CustomerRating; shop: string; onChange: () => void }) {
  const { t, i18n } = useTranslation('rating')
  const score = rating.score ?? 0
  const open = rating.state === 'rated'
  return (
    <>
      <p className={style.given} aria-hidden>
        {scores.map((points) => (
          <svg key={points} aria-hidden="true" viewBox="0 0 24 24" data-on={points <= score}>
            <path d={starPath} />
          </svg>
        ))}
      </p>
      <p role="status">{t('rate.thanksHint', { shop, score })}</p>
      <p className={style.quiet}>
        {open
          ? t('rate.until', { until: exactTime(Date.parse(rating.until), i18n.language) })
          : t('rate.fixed')}
      </p>
      {open && (
        <button type="button" className={style.change} onClick={onChange}>
          {t('rate.change')}
        </button>
      )}
    </>
  )
}
