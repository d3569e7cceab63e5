import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { toast } from '../shell/toast.tsx'
import { Door } from '../ui/door.tsx'
import { FormError } from '../ui/form-error.tsx'
import { tokenOf } from '../ui/link-token.ts'
import { useSaving } from '../ui/saving.ts'
import { NewPassword } from './new-password.tsx'

/** Opened by a reset link: chooses a new password. */
export default function ResetPage() {
  const { t } = useTranslation('staff')
  const router = useRouter()
  const { hash, search } = useLocation()
  const token = tokenOf(hash, search.token)
  const [form] = Form.useForm<{ password: string }>()
  const { save, busy, refused } = useSaving<{ password: string }>(form, async ({ password }) => {
    await client.staff.resetPassword({ body: { token: token ?? '', password } })
    toast.done(t('reset.done'))
    await router.navigate({ to: '/sign-in', search: {} })
  })
  if (!token) {
    return (
      <Door title={t('reset.missing')} hint={t('reset.missingHint')}>
        <Link to="/sign-in">{t('forgot.back')}</Link>
      </Door>
    )
  }
  return (
    <Door title={t('reset.title')} hint={t('reset.hint')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <FormError text={refused} />
        <NewPassword name="password" label={t('reset.next')} large />
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t('reset.submit')}
        </Button>
      </Form>
    </Door>
  )
}
