import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import markUrl from '../mark.svg'
import { useSwitchLanguage } from '../shell/switch-language.ts'
import style from './door.module.css'

interface DoorProps {
  title: ReactNode
  hint?: ReactNode
  children?: ReactNode
  /** Wider, for the set-up page. */
  wide?: boolean
}

/** The page before one is inside: sign-in, set-up, links from mails. The language is switched at its foot. */
export function Door({ title, hint, children, wide = false }: DoorProps) {
  const { i18n } = useTranslation('shell')
  const switchLanguage = useSwitchLanguage()
  const english = i18n.language === 'en'
  return (
    <main className={style.door}>
      <div className={wide ? style.wide : style.narrow}>
        <img src={markUrl} alt="Shopdesk" className={style.mark} />
        <h1 className={style.title}>{title}</h1>
        {hint && <p className={style.hint}>{hint}</p>}
        {children && <div className={style.body}>{children}</div>}
      </div>
      <Button
        type="text"
        onClick={() => switchLanguage(english ? 'zh-CN' : 'en')}
        lang={english ? 'zh-CN' : 'en'}
      >
        {english ? '中文' : 'English'}
      </Button>
    </main>
  )
}
