import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useOpenRow } from '../shell/open-row.ts'
import { ask, refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchivablePage } from '../ui/archivable-page.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { Row } from '../ui/rows.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'

/** Brands: make, rename, archive. */
export default function BrandsPage() {
  const { t } = useTranslation(['brand', 'shell'])
  const query = useQuery(ask('brand', 'listBrands'))
  const shops = useQuery(ask('shop', 'listShops')).data?.shops ?? []
  const { open, show, hide } = useOpenRow()
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
    <ArchivablePage
      title={t('title')}
      hint={t('hint')}
      create={t('create')}
      empty={t('empty')}
      emptyHint={t('emptyHint')}
      query={query}
      rows={brands}
      onCreate={() => show('new')}
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
    >
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
    </ArchivablePage>
  )
}
