import { useTranslation } from 'react-i18next'
import { BrandItem, useOpenBrands } from '../brand/brand-choice.tsx'
import { client } from '../shell/api.ts'
import { preferences } from '../shell/preferences.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { NameItem } from '../ui/name-item.tsx'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import { browserTimeZone } from '../ui/time-zone-select.tsx'
import { IdentityKeys } from './identity-keys.tsx'
import type { Shop } from './shop.ts'
import { ShopFields } from './shop-fields.tsx'

interface Values {
  brandId: number
  name: string
  timeZone: string
  languages: string[]
  colour: string
}

/** Makes or changes a shop; an existing one has its identity keys below. */
export function ShopSheet({
  shop,
  making,
  onClose,
}: {
  shop: Shop | undefined
  making: boolean
  onClose: () => void
}) {
  const { t } = useTranslation(['shop', 'shell'])
  const brands = useOpenBrands()
  const save = async ({ brandId, ...fields }: Values) => {
    if (shop) await client.shop.updateShop({ params: { shopId: shop.id }, body: fields })
    else await client.shop.createShop({ body: { brandId, ...fields } })
    await refresh('shop', 'channel')
    toast.done(t(shop ? 'shell:saved' : 'created'))
  }
  const archive = async (shopId: number, archived: boolean) => {
    await client.shop.updateShop({ params: { shopId }, body: { archived } })
    await refresh('shop', 'channel')
  }
  const fresh = {
    timeZone: browserTimeZone(),
    languages: [preferences().language],
    colour: '#2b5cd9',
    ...(brands[0] ? { brandId: brands[0].id } : {}),
  }
  return (
    <SideSheetForm<Values>
      key={shop?.id ?? `new ${brands[0]?.id ?? 0}`}
      open={making || shop !== undefined}
      title={shop?.name ?? t('create')}
      initial={shop ?? fresh}
      onSave={save}
      onClose={onClose}
      blame={{ shop_name_taken: ['name'] }}
      width={560}
      aside={
        shop && (
          <ArchiveButton
            archived={shop.archived}
            name={shop.name}
            onSet={(archived) => archive(shop.id, archived)}
            onDone={onClose}
          />
        )
      }
    >
      <BrandItem disabled={shop !== undefined} />
      <NameItem />
      <ShopFields />
      {shop && <IdentityKeys shopId={shop.id} />}
    </SideSheetForm>
  )
}
