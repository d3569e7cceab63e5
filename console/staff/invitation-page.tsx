import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { Button, Form, Input, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { preferences } from '../shell/preferences.ts'
import { queryClient } from '../shell/query-client.ts'
import { refusalText } from '../shell/refusal-text.ts'
import { Door } from '../ui/door.tsx'
import { FormError } from '../ui/form-error.tsx'
import { tokenOf } from '../ui/link-token.ts'
import { useSaving } from '../ui/saving.ts'
import { NewPassword } from './new-password.tsx'

/** Opened by an invitation link: makes the account and goes in. */
export default function InvitationPage() {
  const { t } = useTranslation(['staff', 'shell'])
  const { hash, search } = useLocation()
  const token = tokenOf(hash, search.token) ?? ''
  const invitation = useQuery({
    queryKey: ['staff', 'readInvitation', token],
    queryFn: () => client.staff.readInvitation({ body: { token } }),
    enabled: token !== '',
    retry: false,
    meta: { quiet: true },
  })
  if (token === '' || invitation.error) {
    const hint = invitation.error ? refusalText(invitation.error).sentence : t('reset.missingHint')
    return (
      <Door title={t('invitation.void')} hint={hint}>
        <Link to="/sign-in">{t('forgot.back')}</Link>
      </Door>
    )
  }
  const { data } = invitation
  const title = t('invitation.title', { product: t('shell:product') })
  return (
    <Door title={title} hint={data && t('invitation.hint', { email: data.email })}>
      {data ? <JoinForm token={token} email={data.email} name={data.name} /> : <Skeleton active />}
    </Door>
  )
}

function JoinForm({ token, email, name }: { token: string; email: string; name: string }) {
  const { t } = useTranslation(['staff', 'shell'])
  const router = useRouter()
  const [form] = Form.useForm<{ name: string; password: string }>()
  const { save, busy, refused } = useSaving<{ name: string; password: string }>(form, async (values) => {
    await client.staff.acceptInvitation({ body: { ...values, token, language: preferences().language } })
    queryClient.clear()
    await router.navigate({ to: '/' })
  })
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={save} initialValues={{ name }}>
      <FormError text={refused} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Form.Item
        name="name"
        label={t('name')}
        rules={[{ required: true, whitespace: true, max: 100, message: t('shell:fault.required') }]}
      >
        <Input autoComplete="name" size="large" />
      </Form.Item>
      <NewPassword name="password" label={t('password')} large />
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('invitation.submit')}
      </Button>
    </Form>
  )
}
