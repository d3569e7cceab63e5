import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { toast } from '../shell/toast.tsx'
import { FormError } from '../ui/form-error.tsx'
import { useSaving } from '../ui/saving.ts'
import { Part } from '../ui/settings-part.tsx'
import { NewPassword } from './new-password.tsx'

interface Values {
  current: string
  next: string
}

/** Changes the own password. */
export function PasswordPart() {
  const { t } = useTranslation(['staff', 'shell'])
  const { email } = useMe()
  const [form] = Form.useForm<Values>()
  const change = async (body: Values) => {
    await client.staff.changePassword({ body })
    form.resetFields()
    toast.done(t('profile.changed'))
  }
  const { save, busy, refused } = useSaving<Values>(form, change, { password_wrong: ['current'] })
  return (
    <Part title={t('profile.password')} hint={t('profile.passwordHint')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <FormError text={refused} />
        <input hidden type="text" autoComplete="username" value={email} readOnly />
        <Form.Item
          name="current"
          label={t('profile.current')}
          rules={[{ required: true, message: t('shell:fault.required') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPassword name="next" label={t('profile.next')} />
        <Button htmlType="submit" loading={busy}>
          {t('profile.change')}
        </Button>
      </Form>
    </Part>
  )
}
