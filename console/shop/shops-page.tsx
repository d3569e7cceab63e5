import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOpenBrands } from '../brand/brand-choice.tsx'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { ArchivablePage } from '../ui/archivable-page.tsx'
import { LanguageTag } from '../ui/language-tag.tsx'
import { Row } from '../ui/rows.tsx'
import type { Shop } from './shop.ts'
import { ShopSheet } from './shop-sheet.tsx'

/** The shops. */
export default function ShopsPage() {
  const { t } = useTranslation(['shop', 'shell'])
  const query = useQuery(ask('shop', 'listShops'))
  const brands = useOpenBrands()
  const { open, show, hide } = useOpenRow()
  const shops = query.data?.shops ?? []
  const brandOf = (shop: Shop) =>
    brands.length < 2 ? [] : [brands.find(({ id }) => id === shop.brandId)?.name ?? '']
  return (
    <ArchivablePage
      title={t('title')}
      hint={t('hint')}
      create={t('create')}
      empty={t('empty')}
      emptyHint={t('emptyHint')}
      query={query}
      rows={shops}
      onCreate={() => show('new')}
      render={(shop) => (
        <Row
          key={shop.id}
          lead={
            <span style={{ width: 12, height: 12, borderRadius: 4, background: shop.colour, flex: 'none' }} />
          }
          title={shop.name}
          faded={shop.archived}
          marks={shop.archived && <Tag>{t('shell:archived')}</Tag>}
          detail={[...brandOf(shop), shop.timeZone.replaceAll('_', ' ')].join(' · ')}
          end={shop.languages.slice(0, 3).map((tag) => <LanguageTag key={tag} tag={tag} />)}
          onOpen={() => show(shop.id)}
        />
      )}
    >
      <ShopSheet shop={shops.find(({ id }) => id === open)} making={open === 'new'} onClose={hide} />
    </ArchivablePage>
  )
}
