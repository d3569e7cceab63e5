import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { ColourField } from '../ui/colour-field.tsx'
import { LanguageSelect } from '../ui/language-select.tsx'
import { TimeZoneSelect } from '../ui/time-zone-select.tsx'

/** Time zone and languages of a shop; `under` is where they stand in the form. */
export function ShopFields({ under = [], colour = true }: { under?: string[]; colour?: boolean }) {
  const { t } = useTranslation(['shop', 'shell'])
  const required = { required: true, message: t('shell:fault.required') }
  return (
    <>
      <Form.Item name={[...under, 'timeZone']} label={t('timeZone')} rules={[required]}>
        <TimeZoneSelect />
      </Form.Item>
      <Form.Item
        name={[...under, 'languages']}
        label={t('languages')}
        extra={t('languagesHint')}
        rules={[{ ...required, type: 'array', min: 1 }]}
      >
        <LanguageSelect />
      </Form.Item>
      {colour && (
        <Form.Item name={[...under, 'colour']} label={t('colour')}>
          <ColourField />
        </Form.Item>
      )}
    </>
  )
}
