import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { FormError } from '../ui/form-error.tsx'
import { useSaving } from '../ui/saving.ts'

interface PasswordStepProps {
  onSignedIn: () => void
  onSecond: () => void
}

interface Values {
  email: string
  password: string
  remember: boolean
}

/** E-mail and password. */
export function PasswordStep({ onSignedIn, onSecond }: PasswordStepProps) {
  const { t } = useTranslation(['staff', 'shell'])
  const [form] = Form.useForm<Values>()
  const { save, busy, refused } = useSaving<Values>(form, async (body) => {
    const { status } = await client.staff.signIn({ body })
    if (status === 'two_factor') onSecond()
    else onSignedIn()
  })
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={save}
      initialValues={{ remember: true }}
    >
      <FormError text={refused} />
      <Form.Item
        name="email"
        label={t('email')}
        rules={[{ required: true, message: t('shell:fault.email') }]}
      >
        <Input type="email" autoComplete="username" inputMode="email" autoFocus size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        rules={[{ required: true, message: t('shell:fault.required') }]}
      >
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Form.Item name="remember" valuePropName="checked">
        <Checkbox>{t('signIn.remember')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('signIn.submit')}
      </Button>
      <p style={{ marginTop: 16, textAlign: 'center' }}>
        <Link to="/forgot">{t('signIn.forgot')}</Link>
      </p>
    </Form>
  )
}
