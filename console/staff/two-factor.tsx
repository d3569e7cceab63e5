import { Button, Form, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { FormError } from '../ui/form-error.tsx'
import { useSaving } from '../ui/saving.ts'
import { Line, Part } from '../ui/settings-part.tsx'
import { type Started, TwoFactorPairing } from './two-factor-pairing.tsx'

/** Turns the second step of signing in on and off. */
export function TwoFactorPart() {
  const { t } = useTranslation('staff')
  const { twoFactor } = useMe()
  const [asking, setAsking] = useState(false)
  const [started, setStarted] = useState<Started>()
  const begin = async (password: string) => {
    if (!twoFactor) {
      setStarted(await client.staff.startTwoFactor({ body: { password } }))
      return
    }
    await client.staff.disableTwoFactor({ body: { password } })
    toast.done(t('profile.turnedOff'))
    await refresh('staff')
  }
  const finish = () => {
    setStarted(undefined)
    toast.done(t('profile.finished'))
    void refresh('staff')
  }
  return (
    <Part title={t('profile.twoFactor')} hint={t('profile.twoFactorHint')}>
      <Line
        label={
          <Tag color={twoFactor ? 'success' : 'default'}>{t(twoFactor ? 'profile.on' : 'profile.off')}</Tag>
        }
      >
        {!started && (
          <Button onClick={() => setAsking(true)}>
            {t(twoFactor ? 'profile.turnOff' : 'profile.turnOn')}
          </Button>
        )}
      </Line>
      {started && (
        <TwoFactorPairing started={started} onDone={finish} onCancel={() => setStarted(undefined)} />
      )}
      <AskPassword open={asking} onClose={() => setAsking(false)} onPassword={begin} />
    </Part>
  )
}

interface AskPasswordProps {
  open: boolean
  onClose: () => void
  onPassword: (password: string) => Promise<void>
}

function AskPassword({ open, onClose, onPassword }: AskPasswordProps) {
  const { t } = useTranslation(['staff', 'shell'])
  const [form] = Form.useForm<{ password: string }>()
  const { save, busy, refused } = useSaving<{ password: string }>(
    form,
    async ({ password }) => {
      await onPassword(password)
      form.resetFields()
      onClose()
    },
    { password_wrong: ['password'] },
  )
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('profile.confirmPassword')}
      okText={t('profile.goOn')}
      confirmLoading={busy}
      onOk={form.submit}
      width={400}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <FormError text={refused} />
        <Form.Item
          name="password"
          label={t('profile.current')}
          rules={[{ required: true, message: t('shell:fault.required') }]}
        >
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
