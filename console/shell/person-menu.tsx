import { useRouter } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { consoleLanguages } from '../../domain/localized.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import style from './frame.module.css'
import { KeyCaps } from './keys.tsx'
import { useMe, useSavePreferences } from './me.ts'
import { ownNames } from './own-names.ts'
import { type Density, type Theme, usePreferences } from './preferences.ts'
import { useSignOut } from './sign-out.ts'
import { useSwitchLanguage } from './switch-language.ts'

const themes: readonly Theme[] = ['light', 'dark', 'system']
const densities: readonly Density[] = ['comfortable', 'compact']

/** The person's own menu: profile, looks, language, keys, sign out. */
export function PersonMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation('shell')
  const me = useMe()
  const { theme, density, language } = usePreferences()
  const save = useSavePreferences()
  const switchLanguage = useSwitchLanguage()
  const signOut = useSignOut()
  const router = useRouter()
  const items: MenuProps['items'] = [
    {
      key: 'profile',
      label: t('person.profile'),
      extra: <KeyCaps keys="g p" />,
      onClick: () => void router.navigate({ to: '/profile' }),
    },
    { type: 'divider' },
    {
      key: 'theme',
      label: t('person.theme'),
      children: themes.map((name) => ({
        key: `theme-${name}`,
        label: t(`person.${name}`),
        onClick: () => save({ theme: name }),
      })),
    },
    {
      key: 'density',
      label: t('person.density'),
      children: densities.map((name) => ({
        key: `density-${name}`,
        label: t(`person.${name}`),
        onClick: () => save({ density: name }),
      })),
    },
    {
      key: 'language',
      label: t('person.language'),
      children: consoleLanguages.map((name) => ({
        key: `language-${name}`,
        label: ownNames[name],
        onClick: () => switchLanguage(name),
      })),
    },
    { key: 'keys', label: t('person.keys'), extra: <KeyCaps keys="?" />, onClick: onHelp },
    { type: 'divider' },
    { key: 'out', label: t('person.signOut'), onClick: () => void signOut() },
  ]
  const selectedKeys = [`theme-${theme}`, `density-${density}`, `language-${language}`]
  return (
    <Dropdown
      menu={{ items, selectable: true, selectedKeys, style: { minWidth: 220 } }}
      trigger={['click']}
      placement="bottomRight"
    >
      <button type="button" className={style.person} aria-label={t('person.menu', { name: me.name })}>
        <PersonAvatar name={me.name} id={me.staffId} size={28} />
      </button>
    </Dropdown>
  )
}
