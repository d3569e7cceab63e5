import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** Narrows a list as one types. */
export function FilterInput({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('shell')
  return (
    <Input
      allowClear
      prefix={<SearchOutlined />}
      placeholder={t('settings.filter')}
      aria-label={t('settings.filter')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      style={{ width: 200 }}
    />
  )
}

/** Whether any of the texts holds what was typed, without regard to case. */
export function holdsText(texts: readonly (string | null | undefined)[], typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return wanted === '' || texts.some((text) => text?.toLowerCase().includes(wanted))
}
