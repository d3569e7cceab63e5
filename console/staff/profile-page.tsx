import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { AppearancePart, AttentionPart, IdentityPart } from './profile-parts.tsx'
import { PasswordPart } from './profile-password.tsx'
import { TwoFactorPart } from './two-factor.tsx'

/** The own profile: name, language, looks, attention, password, two-step sign-in. */
export default function ProfilePage() {
  const { t } = useTranslation('staff')
  return (
    <Page title={t('profile.title')} hint={t('profile.hint')}>
      <IdentityPart />
      <AppearancePart />
      <AttentionPart />
      <PasswordPart />
      <TwoFactorPart />
    </Page>
  )
}
