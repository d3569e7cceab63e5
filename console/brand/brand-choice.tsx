import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ask } from '../shell/query-client.ts'
import { useRemembered } from '../shell/remembered.ts'

/** The brand whose things are shown; remembered. With one brand there is nothing to choose. */
export function useBrandChoice() {
  const brands = useOpenBrands()
  const [kept, keep] = useRemembered<number>('brand', 0)
  const brandId = brands.find(({ id }) => id === kept)?.id ?? brands[0]?.id
  return { brands, brandId, choose: keep }
}

/** Brands that are not archived. */
export function useOpenBrands() {
  const { data } = useQuery(ask('brand', 'listBrands'))
  return (data?.brands ?? []).filter(({ archived }) => !archived)
}

/** Chooses the brand whose things a page shows. Stands only where there are several. */
export function BrandChoice({ choice }: { choice: ReturnType<typeof useBrandChoice> }) {
  const { t } = useTranslation('brand')
  if (choice.brands.length < 2) return null
  return (
    <Select
      aria-label={t('choose')}
      value={choice.brandId}
      onChange={choice.choose}
      style={{ minWidth: 160 }}
      options={choice.brands.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

/** The field `brandId` of a form. `every`: none means all brands. */
export function BrandItem({ every = false, disabled = false }: { every?: boolean; disabled?: boolean }) {
  const { t } = useTranslation(['brand', 'shell'])
  const brands = useOpenBrands()
  const all = every ? [{ value: null, label: t('shell:settings.everyBrand') }] : []
  return (
    <Form.Item
      name="brandId"
      label={t('choose')}
      hidden={brands.length < 2 && !every}
      rules={every ? [] : [{ required: true, message: t('shell:fault.required') }]}
    >
      <Select
        disabled={disabled}
        options={[...all, ...brands.map(({ id, name }) => ({ value: id as number | null, label: name }))]}
      />
    </Form.Item>
  )
}
