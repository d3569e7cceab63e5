import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RatingCountsView } from '../../domain/rating/endpoints.ts'
import { ask } from '../shell/query-client.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Interval } from './interval.tsx'
import { usePercent } from './percent.ts'
import style from './rating.module.css'

type By = 'staff' | 'shop' | 'day'

export interface Which {
  staffId?: number | undefined
  shopId?: number | undefined
  from: string
}

interface SummaryProps {
  which: Which
  by: By
  onBy: (by: 'shop' | 'day' | undefined) => void
  seesAll: boolean
}

/** The figures of the period, and the same by agent, shop or day. */
export function RatingSummary({ which, by, onBy, seesAll }: SummaryProps) {
  const { t } = useTranslation('rating')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const query = useQuery({
    ...ask('rating', 'summariseRatings', { query: { ...which, by, zone } }),
    placeholderData: keepPreviousData,
  })
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton active paragraph={{ rows: 4 }} />
  const { all, parts } = query.data
  const bys: By[] = seesAll ? ['staff', 'shop', 'day'] : ['shop', 'day']
  const words = { staff: t('byStaff'), shop: t('byShop'), day: t('byDay') }
  return (
    <section aria-label={t('summary')}>
      <Figures counts={all} />
      {all.asked > 0 && (
        <>
          <Segmented
            className={style.by}
            aria-label={t('by')}
            value={by}
            options={bys.map((value) => ({ value, label: words[value] }))}
            onChange={(value) => onBy(value === 'staff' ? undefined : value)}
          />
          <Parts parts={parts} by={by} />
        </>
      )}
    </section>
  )
}

function Figures({ counts }: { counts: RatingCountsView }) {
  const { t } = useTranslation('rating')
  const percent = usePercent()
  const { asked, answered, solved, solvedAnswered, satisfaction } = counts
  const share = (part: number, whole: number) => (whole > 0 ? percent(part / whole) : t('none'))
  return (
    <dl className={style.figures}>
      <Figure
        name={t('satisfaction')}
        value={satisfaction ? percent(satisfaction.share) : t('none')}
        beside={satisfaction && t('range', rangeOf(satisfaction, percent))}
        says={satisfaction ? t('satisfactionSays') : t('noneRated')}
      />
      <Figure
        name={t('answered')}
        value={answered}
        beside={asked > 0 && percent(answered / asked)}
        says={t('answeredSays', { asked })}
      />
      <Figure
        name={t('solved')}
        value={share(solved, solvedAnswered)}
        says={t('solvedSays', { solved, all: solvedAnswered })}
      />
    </dl>
  )
}

function rangeOf(share: { low: number; high: number }, percent: (value: number) => string) {
  return { low: percent(share.low), high: percent(share.high) }
}

interface FigureProps {
  name: string
  value: ReactNode
  beside?: ReactNode
  says: string
}

function Figure({ name, value, beside, says }: FigureProps) {
  return (
    <div className={style.figure}>
      <dt>{name}</dt>
      <dd className={style.value}>
        {value} {beside && <small>{beside}</small>}
      </dd>
      <dd className={style.quiet}>{says}</dd>
    </div>
  )
}

type Part = RatingCountsView & { id: number | null; name: string | null; day: string | null }

function Parts({ parts, by }: { parts: readonly Part[]; by: By }) {
  const { t } = useTranslation('rating')
  const percent = usePercent()
  const heads = { staff: t('agent'), shop: t('shop'), day: t('day') }
  return (
    <table className={style.parts}>
      <thead>
        <tr>
          <th scope="col">{heads[by]}</th>
          <th scope="col" className={style.wideOnly}>
            <span className="only-heard">{t('satisfaction')}</span>
          </th>
          <th scope="col" className={style.number}>
            {t('satisfaction')}
          </th>
          <th scope="col" className={style.number}>
            {t('answered')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id ?? part.day}>
            <th scope="row">
              <bdi>{part.name ?? part.day ?? t('nobody')}</bdi>
            </th>
            <td className={style.wideOnly}>
              <Interval share={part.satisfaction} />
            </td>
            <td className={style.number}>
              {part.satisfaction ? (
                <>
                  {percent(part.satisfaction.share)}
                  <small>{t('range', rangeOf(part.satisfaction, percent))}</small>
                </>
              ) : (
                t('none')
              )}
            </td>
            <td className={style.number}>
              {part.answered}
              <small>{t('answeredSays', { asked: part.asked })}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
