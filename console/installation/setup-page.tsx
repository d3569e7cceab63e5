import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askInstallation } from '../shell/admission.ts'
import { Door } from '../ui/door.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { tokenOf } from '../ui/link-token.ts'
import type { SetUp } from './set-up.ts'
import { SetupDone } from './setup-done.tsx'
import { SetupForm } from './setup-form.tsx'

/** The set-up page: makes owner, brand and first shop, then shows how to put the widget into a page. */
export default function SetupPage() {
  const { t } = useTranslation('installation')
  const installation = useQuery(askInstallation())
  const { hash, search } = useLocation()
  const [made, setMade] = useState<SetUp>()
  const token = tokenOf(hash, search.token)
  if (made) {
    return (
      <Door title={t('done')} hint={t('doneHint')} wide>
        <SetupDone made={made} />
      </Door>
    )
  }
  if (installation.error) {
    return (
      <Door title={t('title')}>
        <ErrorState error={installation.error} onRetry={() => void installation.refetch()} />
      </Door>
    )
  }
  if (installation.data?.ready) {
    return (
      <Door title={t('ready')} hint={t('readyHint')}>
        <Link to="/sign-in">{t('signIn')}</Link>
      </Door>
    )
  }
  if (!token) return <Door title={t('noToken')} hint={t('noTokenHint')} />
  return (
    <Door title={t('title')} hint={t('hint')} wide>
      {installation.data ? <SetupForm token={token} onDone={setMade} /> : <Skeleton active />}
    </Door>
  )
}
