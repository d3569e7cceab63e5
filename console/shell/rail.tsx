import { InboxOutlined, SettingOutlined, StarOutlined, TeamOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import markUrl from '../mark.svg'
import style from './frame.module.css'
import { placeKeys } from './frame-keys.ts'
import { keysText } from './keys.tsx'
import type { OfferedPlace, PlaceName } from './places.ts'

const icons: Record<PlaceName, ReactNode> = {
  inbox: <InboxOutlined />,
  customers: <TeamOutlined />,
  ratings: <StarOutlined />,
  settings: <SettingOutlined />,
}

/** The places of the person, one above the other; side by side below on a phone. */
export function Rail({ places }: { places: readonly OfferedPlace[] }) {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  return (
    <nav className={style.rail} aria-label={t('rail')}>
      <img src={markUrl} alt={t('product')} className={style.mark} />
      {places.map(({ name, to }) => {
        const here = pathname.startsWith(`/${name}`)
        return (
          <Tooltip key={name} title={keysText(placeKeys[name])} placement="right" mouseEnterDelay={0.4}>
            <Link
              to={to}
              className={`${style.place} ${here ? style.here : ''}`}
              aria-current={here ? 'page' : undefined}
            >
              {icons[name]}
              {t(`place.${name}`)}
            </Link>
          </Tooltip>
        )
      })}
    </nav>
  )
}
