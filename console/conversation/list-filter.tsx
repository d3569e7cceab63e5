import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOnlyMine } from '../clock/due-lists.tsx'
import style from './inbox.module.css'
import { isDueView } from './list-cache.ts'
import { useShops, useTags, useTeams } from './lookups.ts'
import type { InboxPlace } from './use-inbox.ts'
/** What narrows a list: shop, tag, team, only mine. */
export function ListFilter({ place }: { place: InboxPlace }) {
  const { t } = useTranslation(['conversation', 'clock'])
  const byDeadline = isDueView(place.view)
  const [, setMine] = useOnlyMine()
  const shops = useShops()
  const { shop } = place.search
  return (
    <div className={style.filter}>
      <label htmlFor="filter-shop">{t('filter.shop')}</label>
      <Select
        id="filter-shop"
        allowClear
        placeholder={t('filter.any')}
        value={shop}
        onChange={(value?: number) => place.go({ shop: value })}
        options={[...shops.values()].map(({ id, name }) => ({ value: id, label: name }))}
      />
      {byDeadline ? (
        <>
          <TeamFilter place={place} />
          <Checkbox
            checked={place.search.mine === 1}
            onChange={({ target }) => {
              setMine(target.checked)
              place.go({ mine: target.checked ? 1 : undefined })
            }}
          >
            {t('clock:onlyMine')}
          </Checkbox>
        </>
      ) : (
        <TagFilter place={place} />
      )}
    </div>
  )
}

function TagFilter({ place }: { place: InboxPlace }) {
  const { t } = useTranslation('conversation')
  const tags = useTags()
  return (
    <>
      <label htmlFor="filter-tag">{t('filter.tag')}</label>
      <Select
        id="filter-tag"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('filter.any')}
        value={place.search.tag}
        onChange={(value?: number) => place.go({ tag: value })}
        options={[...tags.values()].map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

/** Of a list by deadline. Stands only where there are teams. */
function TeamFilter({ place }: { place: InboxPlace }) {
  const { t } = useTranslation('conversation')
  const teams = [...useTeams().values()].filter(({ archived }) => !archived)
  if (teams.length === 0) return null
  return (
    <>
      <label htmlFor="filter-team">{t('filter.team')}</label>
      <Select
        id="filter-team"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('filter.any')}
        value={place.search.team}
        onChange={(team?: number) => place.go({ team })}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
