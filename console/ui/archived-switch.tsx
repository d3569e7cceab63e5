import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'

interface ArchivedSwitchProps {
  rows: readonly { archived: boolean }[]
  value: boolean
  onChange: (shown: boolean) => void
}

/** Shows archived rows too; stands only where there are any. */
export function ArchivedSwitch({ rows, value, onChange }: ArchivedSwitchProps) {
  const { t } = useTranslation('shell')
  if (!rows.some(({ archived }) => archived)) return null
  return (
    <Checkbox checked={value} onChange={(event) => onChange(event.target.checked)}>
      {t('showArchived')}
    </Checkbox>
  )
}
