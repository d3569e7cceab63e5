import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../shell/query-client.ts'
import { Door } from '../ui/door.tsx'
import { PasswordStep } from './password-step.tsx'
import { SecondStep } from './second-step.tsx'

/** Signs in: e-mail and password, then the second step where the account has one. */
export default function SignInPage() {
  const { t } = useTranslation('staff')
  const router = useRouter()
  const { to } = useSearch({ strict: false }) as { to?: string }
  const [second, setSecond] = useState(false)
  const enter = () => {
    queryClient.clear()
    void router.navigate({ href: to ?? '/' })
  }
  if (second) return <SecondStep onSignedIn={enter} onStartOver={() => setSecond(false)} />
  return (
    <Door title={t('signIn.title')} hint={t('signIn.hint')}>
      <PasswordStep onSignedIn={enter} onSecond={() => setSecond(true)} />
    </Door>
  )
}
