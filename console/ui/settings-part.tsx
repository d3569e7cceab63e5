import type { ReactNode } from 'react'
import style from './settings-part.module.css'

interface PartProps {
  title: ReactNode
  hint?: ReactNode
  children: ReactNode
}

/** A part of a page of settings: what it is at the left, its controls at the right. */
export function Part({ title, hint, children }: PartProps) {
  return (
    <section className={style.part}>
      <div>
        <h2 className={style.title}>{title}</h2>
        {hint && <p className={style.hint}>{hint}</p>}
      </div>
      <div className={style.controls}>{children}</div>
    </section>
  )
}

/** A label with its control at the end of the line. */
export function Line({
  label,
  hint,
  children,
  htmlFor,
}: {
  label: ReactNode
  hint?: ReactNode
  children: ReactNode
  htmlFor?: string
}) {
  return (
    <div className={style.line}>
      <div className={style.words}>
        {htmlFor ? <label htmlFor={htmlFor}>{label}</label> : <span>{label}</span>}
        {hint && <p className={style.hint}>{hint}</p>}
      </div>
      {children}
    </div>
  )
}
