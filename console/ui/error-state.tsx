import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../shell/refusal-text.ts'
import style from './state.module.css'

interface ErrorStateProps {
  /** What was thrown; its sentence says what to do. */
  error: unknown
  title?: ReactNode
  onRetry?: () => void
}

/** Stands where something could not be loaded: what happened, what was kept, and the way to try again. */
export function ErrorState({ error, title, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('shell')
  return (
    <div className={style.state} role="alert">
      <p className={style.title}>{title ?? t('error.title')}</p>
      <p className={style.hint}>{refusalText(error).sentence}</p>
      {onRetry && (
        <div className={style.action}>
          <Button onClick={onRetry}>{t('retry')}</Button>
        </div>
      )}
    </div>
  )
}
