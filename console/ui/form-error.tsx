import { Alert } from 'antd'

/** The sentence above a form that was refused, read out when it appears. */
export function FormError({ text }: { text: string | null }) {
  return text ? <Alert type="error" showIcon title={text} role="alert" style={{ marginBottom: 16 }} /> : null
}
