import { Button, Form, Input, Segmented, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { consoleLanguages } from '../../domain/localized.ts'
import { useChangeMe, useMe, useSavePreferences } from '../shell/me.ts'
import { ownNames } from '../shell/own-names.ts'
import { type Density, type Theme, usePreferences } from '../shell/preferences.ts'
import { useSwitchLanguage } from '../shell/switch-language.ts'
import { toast } from '../shell/toast.tsx'
import { Line, Part } from '../ui/settings-part.tsx'

/** Name, e-mail and language. */
export function IdentityPart() {
  const { t } = useTranslation(['staff', 'shell'])
  const me = useMe()
  const change = useChangeMe()
  const { language } = usePreferences()
  const switchLanguage = useSwitchLanguage()
  const rename = ({ name }: { name: string }) =>
    change.mutate({ name: name.trim() }, { onSuccess: () => toast.done(t('shell:saved')) })
  return (
    <Part title={t('profile.you')} hint={me.email}>
      <Form layout="vertical" requiredMark={false} initialValues={{ name: me.name }} onFinish={rename}>
        <Form.Item label={t('name')} htmlFor="own-name">
          <div style={{ display: 'flex', gap: 8 }}>
            <Form.Item
              noStyle
              name="name"
              rules={[{ required: true, whitespace: true, max: 100, message: t('shell:fault.required') }]}
            >
              <Input id="own-name" autoComplete="name" />
            </Form.Item>
            <Button htmlType="submit" loading={change.isPending}>
              {t('shell:save')}
            </Button>
          </div>
        </Form.Item>
      </Form>
      <Line label={t('profile.language')}>
        <Segmented
          aria-label={t('profile.language')}
          value={language}
          onChange={switchLanguage}
          options={consoleLanguages.map((value) => ({ value, label: ownNames[value] }))}
        />
      </Line>
    </Part>
  )
}

/** Theme and density. */
export function AppearancePart() {
  const { t } = useTranslation(['staff', 'shell'])
  const { theme, density } = usePreferences()
  const save = useSavePreferences()
  const themes: readonly Theme[] = ['light', 'dark', 'system']
  const densities: readonly Density[] = ['comfortable', 'compact']
  return (
    <Part title={t('profile.appearance')}>
      <Line label={t('profile.theme')}>
        <Segmented
          aria-label={t('profile.theme')}
          value={theme}
          onChange={(value) => save({ theme: value })}
          options={themes.map((value) => ({ value, label: t(`shell:person.${value}`) }))}
        />
      </Line>
      <Line label={t('profile.density')}>
        <Segmented
          aria-label={t('profile.density')}
          value={density}
          onChange={(value) => save({ density: value })}
          options={densities.map((value) => ({ value, label: t(`shell:person.${value}`) }))}
        />
      </Line>
    </Part>
  )
}

/** Sound and browser notices; the browser is asked for its permission when they are switched on. */
export function AttentionPart() {
  const { t } = useTranslation('staff')
  const { settings } = useMe()
  const { mutate } = useChangeMe()
  const supported = 'Notification' in window && window.isSecureContext
  const [denied, setDenied] = useState(supported && Notification.permission === 'denied')
  const switchNotices = async (wanted: boolean) => {
    const allowed = !wanted || (await Notification.requestPermission()) === 'granted'
    setDenied(wanted && !allowed)
    mutate({ settings: { browserNotices: wanted && allowed } })
  }
  const hint = supported ? denied && t('profile.browserDenied') : t('profile.browserUnsupported')
  return (
    <Part title={t('profile.attention')} hint={t('profile.attentionHint')}>
      <Line label={t('profile.sound')} htmlFor="sound">
        <Switch id="sound" checked={settings.sound} onChange={(sound) => mutate({ settings: { sound } })} />
      </Line>
      <Line label={t('profile.browser')} hint={hint} htmlFor="browser-notices">
        <Switch
          id="browser-notices"
          disabled={!supported}
          checked={supported && settings.browserNotices && !denied}
          onChange={(wanted) => void switchNotices(wanted)}
        />
      </Line>
    </Part>
  )
}
