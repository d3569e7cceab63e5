import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { ArchivedSwitch } from '../ui/archived-switch.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { Page } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'

/** Brands: make, rename, archive. */
export default function BrandsPage() {
  const { t } = useTranslation(['brand', 'shell'])
  const query = useQuery(ask('brand', 'listBrands'))
  const shops = useQuery(ask('shop', 'listShops')).data?.shops ?? []
  const { open, show, hide } = useOpenRow()
  const [all, setAll] = useState(false)
  const brands = query.data?.brands ?? []
  const brand = brands.find(({ id }) => id === open)
  const save = async (body: { name: string }) => {
    if (brand) await client.brand.updateBrand({ params: { brandId: brand.id }, body })
    else await client.brand.createBrand({ body })
    await refresh('brand')
    toast.done(t('shell:saved'))
  }
  const archive = async (brandId: number, archived: boolean) => {
    await client.brand.updateBrand({ params: { brandId }, body: { archived } })
    await refresh('brand')
  }
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      action={
        <>
          <ArchivedSwitch rows={brands} value={all} onChange={setAll} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show('new')}>
            {t('create')}
          </Button>
        </>
      }
    >
      <Rows
        query={query}
        rows={brands.filter(({ archived }) => all || !archived)}
        label={t('title')}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
        render={({ id, name, archived }) => (
          <Row
            key={id}
            title={name}
            faded={archived}
            marks={archived && <Tag>{t('shell:archived')}</Tag>}
            detail={t('shops', {
              count: shops.filter((shop) => shop.brandId === id && !shop.archived).length,
            })}
            onOpen={() => show(id)}
          />
        )}
      />
      <SideSheetForm<{ name: string }>
        key={brand?.id ?? 0}
        open={open === 'new' || brand !== undefined}
        title={brand?.name ?? t('create')}
        initial={{ name: brand?.name ?? '' }}
        onSave={save}
        onClose={hide}
        blame={{ brand_name_taken: ['name'] }}
        aside={
          brand && (
            <ArchiveButton
              archived={brand.archived}
              name={brand.name}
              onSet={(archived) => archive(brand.id, archived)}
              onDone={hide}
            />
          )
        }
      >
        <NameItem />
      </SideSheetForm>
    </Page>
  )
}
