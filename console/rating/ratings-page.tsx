import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { scores } from '../../domain/rating/scale.ts'
import { useColleagues, useShops } from '../conversation/lookups.ts'
import { useMay } from '../shell/me.ts'
import { useNow } from '../ui/now.ts'
import { Page, Section } from '../ui/page.tsx'
import style from './rating.module.css'
import { RatingList } from './rating-list.tsx'
import { RatingSummary } from './rating-summary.tsx'
import { daysOf, periodStart, periods, type RatingsSearch, readRatingsSearch } from './ratings-search.ts'

/** How content customers are: the figures, by whom, and every rating. Agents see their own. */
export default function RatingsPage() {
  const { t } = useTranslation('rating')
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const search = useMemo(() => readRatingsSearch(raw), [raw])
  const navigate = useNavigate()
  const seesAll = useMay('rating.read')
  const from = periodStart(daysOf(search), useNow(600_000))
  const which = { staffId: search.staff, shopId: search.shop, from }
  const go = (change: Partial<RatingsSearch>) =>
    void navigate({ to: '/ratings', search: readRatingsSearch({ ...search, ...change }) })
  return (
    <Page wide title={t('title')} hint={t(seesAll ? 'hint' : 'ownHint')}>
      <Filters search={search} go={go} seesAll={seesAll} />
      <RatingSummary which={which} by={search.by ?? 'staff'} onBy={(by) => go({ by })} seesAll={seesAll} />
      <Section
        title={t('list')}
        action={
          <Select
            allowClear
            aria-label={t('anyScore')}
            placeholder={t('anyScore')}
            value={search.score}
            style={{ width: 140 }}
            options={scores.toReversed().map((value) => ({ value, label: t('points', { count: value }) }))}
            onChange={(score?: number) => go({ score })}
          />
        }
      >
        <RatingList which={{ ...which, score: search.score }} />
      </Section>
    </Page>
  )
}

interface FiltersProps {
  search: RatingsSearch
  go: (change: Partial<RatingsSearch>) => void
  seesAll: boolean
}

function Filters({ search, go, seesAll }: FiltersProps) {
  const { t } = useTranslation('rating')
  const colleagues = useColleagues()
  const shops = useShops()
  const named = (rows: Iterable<{ id: number; name: string }>) =>
    [...rows].map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={style.filters}>
      <Segmented
        aria-label={t('period')}
        value={daysOf(search)}
        options={periods.map((days) => ({ value: days, label: t('days', { count: days }) }))}
        onChange={(days) => go({ days })}
      />
      {seesAll && (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('agent')}
          placeholder={t('anyAgent')}
          value={search.staff}
          options={named(colleagues.values())}
          onChange={(staff?: number) => go({ staff })}
        />
      )}
      {shops.size > 1 && (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('shop')}
          placeholder={t('anyShop')}
          value={search.shop}
          options={named(shops.values())}
          onChange={(shop?: number) => go({ shop })}
        />
      )}
    </div>
  )
}
