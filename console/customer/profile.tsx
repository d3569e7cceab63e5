import { useTranslation } from 'react-i18next'
import { languageName } from '../ui/language-tag.tsx'
import { CustomFields } from './custom-fields.tsx'
import style from './customer.module.css'
import { type Customer, useChangeCustomer } from './customer-queries.ts'
import { EditableField } from './editable-field.tsx'

/** What is known of a customer, changed in its place. What staff type is a claim until it is proved. */
export function Profile({ customer, mayWrite }: { customer: Customer; mayWrite: boolean }) {
  const { t, i18n } = useTranslation('customer')
  const { mutate } = useChangeCustomer(customer.id)
  const disabled = !mayWrite
  return (
    <div className={style.fields}>
      <EditableField
        label={t('name')}
        value={customer.name}
        disabled={disabled}
        onSave={(name) => mutate({ name })}
      />
      <EditableField
        label={t('email')}
        value={customer.email}
        inputMode="email"
        disabled={disabled}
        onSave={(email) => mutate({ email })}
      />
      <EditableField
        label={t('phone')}
        value={customer.phone}
        inputMode="tel"
        disabled={disabled}
        onSave={(phone) => mutate({ phone })}
      />
      <EditableField
        label={t('language')}
        value={customer.language}
        shown={customer.language ? languageName(customer.language, i18n.language) : undefined}
        disabled={disabled}
        onSave={(language) => mutate({ language })}
      />
      <EditableField
        label={t('country')}
        value={customer.country}
        shown={customer.country ? countryName(customer.country, i18n.language) : undefined}
        disabled={disabled}
        onSave={(country) => mutate({ country: country?.toUpperCase() ?? null })}
      />
      <CustomFields customer={customer} disabled={disabled} />
    </div>
  )
}

/** `CN` in the viewer's language; codes nobody knows stay. */
export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
