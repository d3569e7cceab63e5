import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CallRefused } from '../../domain/client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'

/** No page has this address. */
export function Missing() {
  const { t } = useTranslation('shell')
  const router = useRouter()
  return (
    <EmptyState
      title={t('error.missing')}
      hint={t('error.missingHint')}
      action={<Button onClick={() => void router.navigate({ to: '/' })}>{t('error.home')}</Button>}
    />
  )
}

/** A page could not be opened: the server was not reached, or our own code failed. */
export function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  if (error instanceof CallRefused)
    return <ErrorState error={error} onRetry={() => void router.invalidate()} />
  return (
    <EmptyState
      title={t('error.crashed')}
      hint={t('error.crashedHint')}
      action={<Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>}
    />
  )
}
