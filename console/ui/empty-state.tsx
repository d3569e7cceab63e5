import type { ReactNode } from 'react'
import style from './state.module.css'

interface EmptyStateProps {
  /** What will appear here. */
  title: ReactNode
  hint?: ReactNode
  icon?: ReactNode
  /** The first step. */
  action?: ReactNode
}

/** Stands where a list has nothing yet: says what will appear here and offers the first step. */
export function EmptyState({ title, hint, icon, action }: EmptyStateProps) {
  return (
    <div className={style.state}>
      {icon && <div className={style.icon}>{icon}</div>}
      <p className={style.title}>{title}</p>
      {hint && <p className={style.hint}>{hint}</p>}
      {action && <div className={style.action}>{action}</div>}
    </div>
  )
}
