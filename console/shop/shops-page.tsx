import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenBrands } from '../brand/brand-choice.tsx'
import { useOpenRow } from '../shell/open-row.ts'
import { ask } from '../shell/query-client.ts'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LanguageTag } from '../ui/language-tag.tsx'
import { Page } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import type { Shop } from './shop.ts'
import { ShopSheet } from './shop-sheet.tsx'

/** The shops. */
export default function ShopsPage() {
  const { t } = useTranslation(['shop', 'shell'])
  const query = useQuery(ask('shop', 'listShops'))
  const brands = useOpenBrands()
  const { open, show, hide } = useOpenRow()
  const [all, setAll] = useState(false)
  const shops = query.data?.shops ?? []
  const brandOf = (shop: Shop) =>
    brands.length < 2 ? [] : [brands.find(({ id }) => id === shop.brandId)?.name ?? '']
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      action={
        <>
          <ArchivedSwitch rows={shops} value={all} onChange={setAll} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
            {t('create')}
          </Button>
        </>
      }
    >
      <Rows
        query={query}
        rows={shops.filter(({ archived }) => all || !archived)}
        label={t('title')}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
        render={(shop) => (
          <Row
            key={shop.id}
            lead={
              <span
                style={{ width: 12, height: 12, borderRadius: 4, background: shop.colour, flex: 'none' }}
              />
            }
            title={shop.name}
            faded={shop.archived}
            marks={shop.archived && <Tag>{t('shell:archived')}</Tag>}
            detail={[...brandOf(shop), shop.timeZone.replaceAll('_', ' ')].join(' · ')}
            end={shop.languages.slice(0, 3).map((tag) => <LanguageTag key={tag} tag={tag} />)}
            onOpen={() => show(shop.id)}
          />
        )}
      />
      <ShopSheet shop={shops.find(({ id }) => id === open)} making={open === 'new'} onClose={hide} />
    </Page>
  )
}
