import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askInstallation } from '../shell/admission.ts'
import { client } from '../shell/api.ts'
import { Door } from '../ui/door.tsx'
import { FormError } from '../ui/form-error.tsx'
import { useSaving } from '../ui/saving.ts'

/** Asks for a reset link by mail; without mail it says whom to ask. */
export default function ForgotPage() {
  const { t } = useTranslation(['staff', 'shell'])
  const { data: installation } = useQuery(askInstallation())
  const [form] = Form.useForm<{ email: string }>()
  const [sentTo, setSentTo] = useState<string>()
  const { save, busy, refused } = useSaving<{ email: string }>(form, async (body) => {
    await client.staff.forgotPassword({ body })
    setSentTo(body.email)
  })
  const back = <Link to="/sign-in">{t('forgot.back')}</Link>
  if (installation && !installation.mail) {
    return (
      <Door title={t('forgot.noMail')} hint={t('forgot.noMailHint')}>
        {back}
      </Door>
    )
  }
  if (sentTo) {
    return (
      <Door title={t('forgot.sent')} hint={t('forgot.sentHint', { email: sentTo })}>
        {back}
      </Door>
    )
  }
  return (
    <Door title={t('forgot.title')} hint={t('forgot.hint')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <FormError text={refused} />
        <Form.Item
          name="email"
          label={t('email')}
          rules={[{ required: true, type: 'email', message: t('shell:fault.email') }]}
        >
          <Input type="email" autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          loading={busy}
          style={{ marginBottom: 16 }}
        >
          {t('forgot.submit')}
        </Button>
        {back}
      </Form>
    </Door>
  )
}
