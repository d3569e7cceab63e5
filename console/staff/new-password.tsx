import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The field for a password that is chosen now: at least 10 characters. */
export function NewPassword({
  name,
  label,
  large = false,
}: {
  name: string | string[]
  label: ReactNode
  large?: boolean
}) {
  const { t } = useTranslation(['staff', 'shell'])
  return (
    <Form.Item
      name={name}
      label={label}
      extra={t('passwordHint')}
      rules={[{ required: true, min: 10, max: 200, message: t('shell:fault.password') }]}
    >
      <Input.Password autoComplete="new-password" {...(large ? { size: 'large' } : {})} />
    </Form.Item>
  )
}
