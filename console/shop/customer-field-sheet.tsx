import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { customFieldKinds } from '../../domain/customer/endpoints.ts'
import type { Localized } from '../../domain/localized.ts'
import { BrandItem } from '../brand/brand-choice.tsx'
import { client } from '../shell/api.ts'
import { useInLanguage } from '../shell/lookups.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ArchiveButton } from '../ui/archive-button.tsx'
import { LocalizedField } from '../ui/localized-field.tsx'
import { localizedRule } from '../ui/localized-rule.ts'
import { SideSheetForm } from '../ui/side-sheet.tsx'
import type { CustomField } from './custom-field.ts'

interface Values {
  brandId: number
  key: string
  name: Localized
  kind: CustomField['kind']
  choices?: string[]
}

interface CustomerFieldSheetProps {
  field: CustomField | undefined
  making: boolean
  brandId: number | undefined
  onClose: () => void
}

/** Makes or changes a customer field; key and kind stay as they were made. */
export function CustomerFieldSheet({ field, making, brandId, onClose }: CustomerFieldSheetProps) {
  const { t } = useTranslation(['shop', 'shell'])
  const say = useInLanguage()
  const update = async (
    change: { name?: Localized; choices?: string[]; archived?: boolean },
    one: CustomField,
  ) => {
    await client.customer.updateCustomField({ params: { fieldId: one.id }, body: change })
    await refresh('customer')
  }
  const save = async (values: Values) => {
    const choices = values.choices ?? []
    if (field) await update({ name: values.name, choices }, field)
    else await client.customer.createCustomField({ body: { ...values, choices } })
    await refresh('customer')
    toast.done(t('shell:saved'))
  }
  return (
    <SideSheetForm<Values>
      key={field?.id ?? `new ${brandId ?? 0}`}
      open={making || field !== undefined}
      title={field ? say(field.name) : t('field.create')}
      initial={field ?? { kind: 'text', choices: [], ...(brandId ? { brandId } : {}) }}
      onSave={save}
      onClose={onClose}
      blame={{ custom_field_key_taken: ['key'] }}
      aside={
        field && (
          <ArchiveButton
            archived={field.archived}
            name={say(field.name)}
            onSet={(archived) => update({ archived }, field)}
            onDone={onClose}
          />
        )
      }
    >
      <BrandItem disabled={field !== undefined} />
      <Form.Item
        name="name"
        label={t('shell:name')}
        rules={[localizedRule(t('shell:fault.localized_empty'))]}
      >
        <LocalizedField />
      </Form.Item>
      <Form.Item
        name="key"
        label={t('field.key')}
        extra={t('field.keyHint')}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: t('shell:fault.field_key') }]}
      >
        <Input disabled={field !== undefined} autoComplete="off" placeholder="membership_level" />
      </Form.Item>
      <Form.Item name="kind" label={t('field.kind')}>
        <Select
          disabled={field !== undefined}
          options={customFieldKinds.map((kind) => ({ value: kind, label: t(`field.kinds.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'choice' && (
            <Form.Item
              name="choices"
              label={t('field.choices')}
              extra={t('field.choicesHint')}
              rules={[{ required: true, type: 'array', min: 1, message: t('field.choicesNeeded') }]}
            >
              <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、']} />
            </Form.Item>
          )
        }
      </Form.Item>
    </SideSheetForm>
  )
}
