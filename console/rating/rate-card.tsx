import type { CSSProperties, ReactNode } from 'react'
import type { ShopColours } from '../../domain/shop/colours.ts'
import { usePreferences } from '../shell/preferences.ts'
import style from './rate.module.css'

interface CardProps {
  /** The shop whose page this is; unknown while it is read, or for ever. */
  linked?: { shopName: string; colours: { light: ShopColours; dark: ShopColours } }
  title?: string
  hint?: string
  children?: ReactNode
}

/** The one card of the page, in the shop's name and colour. */
export function RateCard({ linked, title, hint, children }: CardProps) {
  const { theme } = usePreferences()
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  const colours = linked?.colours[dark ? 'dark' : 'light']
  return (
    <main className={style.page} style={{ ...colours } as CSSProperties}>
      <div className={style.card}>
        {linked && <p className={style.shop}>{linked.shopName}</p>}
        <div className={style.body}>
          {title && (
            <div>
              <h1 className={style.title}>{title}</h1>
              {hint && <p className={style.quiet}>{hint}</p>}
            </div>
          )}
          {children}
        </div>
      </div>
    </main>
  )
}
