import { Button, Form, Input, QRCode } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { CopyField } from '../ui/copy-field.tsx'
import { FormError } from '../ui/form-error.tsx'
import { useSaving } from '../ui/saving.ts'

export interface Started {
  /** `otpauth://…`, for the authenticator app. */
  uri: string
  backupCodes: string[]
}

interface TwoFactorPairingProps {
  started: Started
  onDone: () => void
  onCancel: () => void
}

/** Pairs the authenticator app: the picture to scan, the back-up codes, and a first code as proof. */
export function TwoFactorPairing({ started, onDone, onCancel }: TwoFactorPairingProps) {
  const { t } = useTranslation(['staff', 'shell'])
  const [form] = Form.useForm<{ code: string }>()
  const { save, busy, refused } = useSaving<{ code: string }>(
    form,
    async ({ code }) => {
      await client.staff.confirmTwoFactor({ body: { code: code.replaceAll(' ', '') } })
      onDone()
    },
    { two_factor_wrong: ['code'] },
  )
  const key = new URLSearchParams(started.uri.split('?')[1]).get('secret') ?? ''
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={save} style={{ marginTop: 16 }}>
      <h3 style={{ fontSize: 14 }}>{t('profile.scan')}</h3>
      <div aria-hidden>
        <QRCode
          aria-label={t('profile.scan')}
          value={started.uri}
          bgColor="#fff"
          color="#000"
          style={{ marginBlock: 8 }}
        />
      </div>
      <p style={{ color: 'var(--quiet)', marginBottom: 4 }}>{t('profile.scanHint')}</p>
      <CopyField text={key} />
      <h3 style={{ fontSize: 14, marginTop: 24 }}>{t('profile.codes')}</h3>
      <p style={{ color: 'var(--quiet)', marginBottom: 4 }}>{t('profile.codesHint')}</p>
      <CopyField text={started.backupCodes.join('\n')} />
      <FormError text={refused} />
      <Form.Item
        name="code"
        label={t('profile.code')}
        rules={[{ required: true, message: t('shell:fault.required') }]}
        style={{ marginTop: 24 }}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" style={{ maxWidth: 160 }} />
      </Form.Item>
      <div style={{ display: 'flex', gap: 8 }}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('profile.finish')}
        </Button>
        <Button onClick={onCancel}>{t('shell:cancel')}</Button>
      </div>
    </Form>
  )
}
