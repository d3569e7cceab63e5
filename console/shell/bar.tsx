import { SearchOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { NoticeBell } from '../notice/notice-bell.tsx'
import { PresenceSwitch } from '../presence/presence-switch.tsx'
import style from './frame.module.css'
import { KeyCaps } from './keys.tsx'
import { PersonMenu } from './person-menu.tsx'

/** The global bar: search, presence, notices, person. */
export function Bar({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <header className={style.bar}>
      <button type="button" className={style.search} onClick={onSearch}>
        <SearchOutlined />
        <span className={style.searchText}>{t('search')}</span>
        <KeyCaps keys="mod+k" />
      </button>
      <div className={style.space} />
      <PresenceSwitch />
      <NoticeBell />
      <PersonMenu onHelp={onHelp} />
    </header>
  )
}
