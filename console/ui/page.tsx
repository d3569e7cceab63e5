import type { ReactNode } from 'react'
import style from './page.module.css'

interface PageProps {
  title: ReactNode
  /** One sentence on what this is for. */
  hint?: ReactNode
  /** The one primary action, and filters before it. */
  action?: ReactNode
  children: ReactNode
  wide?: boolean
}

/** A page of the settings: what it is, its one primary action, and its content. */
export function Page({ title, hint, action, children, wide = false }: PageProps) {
  return (
    <div className={wide ? style.wide : style.page}>
      <header className={style.head}>
        <div className={style.words}>
          <h1 className={style.title}>{title}</h1>
          {hint && <p className={style.hint}>{hint}</p>}
        </div>
        {action && <div className={style.action}>{action}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a page with its own heading. */
export function Section({ title, hint, action, children }: Omit<PageProps, 'wide'>) {
  return (
    <section className={style.section}>
      <header className={style.head}>
        <div className={style.words}>
          <h2 className={style.subtitle}>{title}</h2>
          {hint && <p className={style.hint}>{hint}</p>}
        </div>
        {action && <div className={style.action}>{action}</div>}
      </header>
      {children}
    </section>
  )
}
