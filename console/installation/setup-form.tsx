import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { askInstallation } from '../shell/admission.ts'
import { client } from '../shell/api.ts'
import { preferences } from '../shell/preferences.ts'
import { queryClient } from '../shell/query-client.ts'
import { ShopFields } from '../shop/shop-fields.tsx'
import { NewPassword } from '../staff/new-password.tsx'
import { FormError } from '../ui/form-error.tsx'
import { useSaving } from '../ui/saving.ts'
import { browserTimeZone } from '../ui/time-zone-select.tsx'
import type { SetUp } from './set-up.ts'

interface Values {
  owner: { name: string; email: string; password: string }
  brand: { name: string }
  shop: { name: string; timeZone: string; languages: string[]; colour: string }
}

/** Owner, brand and first shop on one page; then the owner is signed in. */
export function SetupForm({ token, onDone }: { token: string; onDone: (made: SetUp) => void }) {
  const { t } = useTranslation(['installation', 'shell'])
  const [form] = Form.useForm<Values>()
  const { language } = preferences()
  const { save, busy, refused } = useSaving<Values>(form, async ({ owner, brand, shop }) => {
    const body = { token, owner: { ...owner, language: preferences().language }, brand, shop }
    const made = await client.installation.setUp({ body })
    await signIn(owner)
    onDone(made)
    await queryClient.invalidateQueries({ queryKey: askInstallation().queryKey })
  })
  const required = [{ required: true, whitespace: true, max: 100, message: t('shell:fault.required') }]
  const initial = {
    shop: {
      timeZone: browserTimeZone(),
      languages: [language, language === 'en' ? 'zh-CN' : 'en'],
      colour: '#2b5cd9',
    },
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={save}
      scrollToFirstError
      initialValues={initial}
    >
      <FormError text={refused} />
      <Step title={t('you')} hint={t('youHint')}>
        <Form.Item name={['owner', 'name']} label={t('name')} rules={required}>
          <Input autoComplete="name" autoFocus />
        </Form.Item>
        <Form.Item
          name={['owner', 'email']}
          label={t('email')}
          rules={[{ required: true, type: 'email', message: t('shell:fault.email') }]}
        >
          <Input type="email" autoComplete="username" />
        </Form.Item>
        <NewPassword name={['owner', 'password']} label={t('password')} />
      </Step>
      <Step title={t('brand')} hint={t('brandHint')}>
        <Form.Item name={['brand', 'name']} label={t('brandName')} rules={required}>
          <Input autoComplete="organization" />
        </Form.Item>
      </Step>
      <Step title={t('shop')}>
        <Form.Item name={['shop', 'name']} label={t('shopName')} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <ShopFields under={['shop']} />
      </Step>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('submit')}
      </Button>
    </Form>
  )
}

/** The account exists by now; where signing in fails for a moment, the sign-in page comes by itself. */
async function signIn({ email, password }: { email: string; password: string }): Promise<void> {
  await client.staff.signIn({ body: { email, password } }).catch(() => undefined)
}

function Step({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <section style={{ marginBottom: 24, paddingTop: 20, borderTop: '1px solid var(--line)' }}>
      <h2 style={{ fontSize: 16, fontWeight: 600 }}>{title}</h2>
      {hint && <p style={{ color: 'var(--quiet)' }}>{hint}</p>}
      <div style={{ marginTop: 12 }}>{children}</div>
    </section>
  )
}
