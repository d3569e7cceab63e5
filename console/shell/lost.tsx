import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CallRefused } from '../../domain/client.ts'
import { Door } from '../ui/door.tsx'
import { refusalText } from './refusal-text.ts'

/** No page has this address. */
export function Missing() {
  const { t } = useTranslation('shell')
  const router = useRouter()
  return (
    <Door title={t('error.missing')} hint={t('error.missingHint')}>
      <Button onClick={() => void router.navigate({ to: '/' })}>{t('error.home')}</Button>
    </Door>
  )
}

/** A page could not be opened: the server was not reached, or our own code failed. */
export function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  if (error instanceof CallRefused) {
    return (
      <Door title={t('error.title')} hint={refusalText(error).sentence}>
        <Button onClick={() => void router.invalidate()}>{t('retry')}</Button>
      </Door>
    )
  }
  return (
    <Door title={t('error.crashed')} hint={t('error.crashedHint')}>
      <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
    </Door>
  )
}
