import { Form, InputNumber, Segmented, Select, Space, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { asking, widgetOrigin } from '../../domain/channel/settings.ts'
import { ColourField } from '../ui/colour-field.tsx'
import { LocalizedField } from '../ui/localized-field.tsx'
import { localizedRule } from '../ui/localized-rule.ts'

interface SettingsFieldsProps {
  languages: readonly string[]
  shopColour: string | undefined
}

/** What a shop sets for its widget. */
export function SettingsFields({ languages, shopColour }: SettingsFieldsProps) {
  const { t } = useTranslation(['channel', 'shell'])
  const filled = localizedRule(t('shell:fault.localized_empty'))
  const rows = languages.length > 0 ? languages : ['zh-CN', 'en']
  return (
    <>
      <Form.Item name={['settings', 'title']} label={t('windowTitle')} rules={[filled]}>
        <LocalizedField languages={rows} />
      </Form.Item>
      <Form.Item name={['settings', 'greeting']} label={t('greeting')} rules={[filled]}>
        <LocalizedField languages={rows} multiline />
      </Form.Item>
      <Form.Item name={['settings', 'colour']} label={t('colour')}>
        <OwnColour shopColour={shopColour} />
      </Form.Item>
      <Form.Item name={['settings', 'side']} label={t('side')}>
        <Segmented
          options={[
            { value: 'left', label: t('left') },
            { value: 'right', label: t('right') },
          ]}
        />
      </Form.Item>
      <AskItem name="askName" />
      <AskItem name="askEmail" />
      <Form.Item label={t('recall')}>
        <Space>
          <Form.Item noStyle name={['settings', 'recallSeconds']}>
            <InputNumber min={0} max={86_400} precision={0} aria-label={t('recall')} />
          </Form.Item>
          {t('seconds')}
        </Space>
      </Form.Item>
      <Form.Item label={t('endsAfter')} extra={t('endsAfterHint')}>
        <Space>
          <Form.Item noStyle name={['settings', 'endsAfterMinutes']}>
            <InputNumber min={0} max={1440} precision={0} aria-label={t('endsAfter')} />
          </Form.Item>
          {t('minutes')}
        </Space>
      </Form.Item>
      <Form.Item name={['settings', 'uploads']} label={t('uploads')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name={['settings', 'rating']}
        label={t('rating')}
        extra={t('ratingHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item label={t('ratingEvery')} extra={t('ratingEveryHint')}>
        <Space>
          <Form.Item noStyle name={['settings', 'ratingEveryHours']}>
            <InputNumber min={0} max={720} precision={0} aria-label={t('ratingEvery')} />
          </Form.Item>
          {t('hours')}
        </Space>
      </Form.Item>
      <Form.Item
        name={['settings', 'origins']}
        label={t('origins')}
        extra={t('originsHint')}
        rules={[{ validator: eachOrigin(t('shell:fault.origin')) }]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[' ', ',']}
          placeholder="https://shop.example"
        />
      </Form.Item>
    </>
  )
}

function AskItem({ name }: { name: 'askName' | 'askEmail' }) {
  const { t } = useTranslation('channel')
  return (
    <Form.Item name={['settings', name]} label={t(name)} tooltip={t('asking')}>
      <Segmented options={asking.options.map((value) => ({ value, label: t(`ask.${value}`) }))} />
    </Form.Item>
  )
}

interface OwnColourProps {
  id?: string
  value?: string | null
  onChange?: (value: string | null) => void
  shopColour: string | undefined
}

/** The shop's colour, or an own one. */
function OwnColour({ id, value = null, onChange, shopColour }: OwnColourProps) {
  const { t } = useTranslation('channel')
  return (
    <Space wrap>
      <Segmented
        {...(id ? { id } : {})}
        value={value === null ? 'shop' : 'own'}
        onChange={(choice) => onChange?.(choice === 'shop' ? null : (shopColour ?? '#2b5cd9'))}
        options={[
          { value: 'shop', label: t('shopColour') },
          { value: 'own', label: t('ownColour') },
        ]}
      />
      {value !== null && <ColourField value={value} {...(onChange ? { onChange } : {})} />}
    </Space>
  )
}

function eachOrigin(message: string) {
  return (_rule: unknown, origins: string[] = []) =>
    origins.every((origin) => widgetOrigin.safeParse(origin).success)
      ? Promise.resolve()
      : Promise.reject(new Error(message))
}
