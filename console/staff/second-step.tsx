import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { Door } from '../ui/door.tsx'
import { FormError } from '../ui/form-error.tsx'
import { useSaving } from '../ui/saving.ts'

interface SecondStepProps {
  onSignedIn: () => void
  onStartOver: () => void
}

interface Values {
  code: string
  trustDevice: boolean
}

/** The second step: the app's code, or one of the back-up codes. */
export function SecondStep({ onSignedIn, onStartOver }: SecondStepProps) {
  const { t } = useTranslation(['staff', 'shell'])
  const [form] = Form.useForm<Values>()
  const [kind, setKind] = useState<'totp' | 'backup'>('totp')
  const { save, busy, refused } = useSaving<Values>(form, async ({ code, trustDevice }) => {
    await client.staff.signInTwoFactor({ body: { kind, code: code.replaceAll(' ', ''), trustDevice } })
    onSignedIn()
  })
  const other = () => {
    setKind(kind === 'totp' ? 'backup' : 'totp')
    form.resetFields(['code'])
  }
  return (
    <Door title={t('second.title')} hint={t(kind === 'totp' ? 'second.hintTotp' : 'second.hintBackup')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        initialValues={{ trustDevice: false }}
      >
        <FormError text={refused} />
        <Form.Item
          name="code"
          label={t('second.code')}
          rules={[{ required: true, message: t('shell:fault.required') }]}
        >
          <Input
            key={kind}
            autoFocus
            size="large"
            autoComplete="one-time-code"
            inputMode={kind === 'totp' ? 'numeric' : 'text'}
          />
        </Form.Item>
        <Form.Item name="trustDevice" valuePropName="checked">
          <Checkbox>{t('second.trust')}</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t('second.submit')}
        </Button>
        <div style={{ display: 'flex', justifyContent: 'space-between', marginTop: 8 }}>
          <Button type="link" onClick={other} style={{ paddingInline: 0 }}>
            {t(kind === 'totp' ? 'second.useBackup' : 'second.useTotp')}
          </Button>
          <Button type="link" onClick={onStartOver} style={{ paddingInline: 0 }}>
            {t('second.startOver')}
          </Button>
        </div>
      </Form>
    </Door>
  )
}
