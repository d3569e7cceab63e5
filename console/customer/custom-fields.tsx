import { useQuery } from '@tanstack/react-query'
import { Select, Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage, type Localized } from '../../domain/localized.ts'
import { ask } from '../shell/query-client.ts'
import style from './customer.module.css'
import { type Customer, useChangeCustomer } from './customer-queries.ts'
import { EditableField } from './editable-field.tsx'

type Value = string | number | boolean | null

interface Field {
  key: string
  name: Localized
  kind: 'text' | 'number' | 'date' | 'choice' | 'yes_no'
  choices: string[]
}

/** The brand's own fields of a customer. An archived one is shown while it holds something. */
export function CustomFields({ customer, disabled }: { customer: Customer; disabled: boolean }) {
  const { data } = useQuery({ ...ask('customer', 'listCustomFields'), staleTime: 10 * 60_000 })
  const { mutate } = useChangeCustomer(customer.id)
  const fields = (data?.fields ?? []).filter(
    ({ brandId, archived, key }) =>
      brandId === customer.brandId && (!archived || customer.fields[key] != null),
  )
  return fields.map((field) => (
    <CustomField
      key={field.id}
      field={field}
      value={customer.fields[field.key] ?? null}
      disabled={disabled || field.archived}
      onSave={(value) => mutate({ fields: { [field.key]: value } })}
    />
  ))
}

interface CustomFieldProps {
  field: Field
  value: Value
  disabled: boolean
  onSave: (value: Value) => void
}

function CustomField({ field, value, disabled, onSave }: CustomFieldProps) {
  const { t, i18n } = useTranslation('customer')
  const label = inLanguage(field.name, i18n.language)
  const id = useId()
  if (field.kind === 'choice') {
    return (
      <div className={style.field}>
        <label className={style.label} htmlFor={id}>
          {label}
        </label>
        <Select
          id={id}
          size="small"
          allowClear
          disabled={disabled}
          placeholder={t('notSet')}
          value={typeof value === 'string' ? value : undefined}
          options={field.choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={(choice?: string) => onSave(choice ?? null)}
        />
      </div>
    )
  }
  if (field.kind === 'yes_no') {
    return (
      <div className={style.field}>
        <label className={style.label} htmlFor={id}>
          {label}
        </label>
        <Switch
          id={id}
          size="small"
          disabled={disabled}
          checked={value === true}
          onChange={onSave}
          style={{ justifySelf: 'start' }}
        />
      </div>
    )
  }
  return (
    <EditableField
      label={label}
      value={value === null ? null : String(value)}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'numeric' : 'text'}
      disabled={disabled}
      onSave={(text) => onSave(text === null ? null : field.kind === 'number' ? Number(text) : text)}
    />
  )
}
