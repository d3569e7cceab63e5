import { Link, Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe, viewerOf } from './me.ts'
import { offeredSections } from './places.ts'
import style from './settings-frame.module.css'

const groups = ['people', 'work', 'shops', 'answering'] as const

/** The list of settings at the left (a choice above on a phone), the chosen one beside it. */
export default function SettingsFrame() {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const { pathname } = useLocation()
  const sections = offeredSections(viewerOf(useMe()))
  const inGroups = groups
    .map((group) => ({ group, sections: sections.filter((section) => section.group === group) }))
    .filter((entry) => entry.sections.length > 0)
  return (
    <div className={style.settings}>
      <nav className={style.nav} aria-label={t('settings.title')}>
        <h1 className={style.heading}>{t('settings.title')}</h1>
        {inGroups.map(({ group, sections: offered }) => (
          <div key={group}>
            <h2 className={style.group}>{t(`settings.${group}`)}</h2>
            {offered.map(({ name, to }) => (
              <Link key={name} to={to} className={style.link}>
                {t(`settings.${name}`)}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <div className={style.choice}>
        <Select
          aria-label={t('settings.title')}
          value={sections.find(({ to }) => pathname.startsWith(to))?.to}
          onChange={(to) => void router.navigate({ to })}
          style={{ width: '100%' }}
          options={inGroups.map(({ group, sections: offered }) => ({
            label: t(`settings.${group}`),
            options: offered.map(({ name, to }) => ({ value: to, label: t(`settings.${name}`) })),
          }))}
        />
      </div>
      <div className={style.page}>
        <Outlet />
      </div>
    </div>
  )
}
