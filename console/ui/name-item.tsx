import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** The name of a thing: one line, needed. */
export function NameItem({ max = 100, placeholder }: { max?: number; placeholder?: string }) {
  const { t } = useTranslation('shell')
  return (
    <Form.Item
      name="name"
      label={t('name')}
      rules={[
        { required: true, whitespace: true, message: t('fault.required') },
        { max, message: t('fault.too_big') },
      ]}
    >
      <Input autoComplete="off" {...(placeholder ? { placeholder } : {})} />
    </Form.Item>
  )
}
