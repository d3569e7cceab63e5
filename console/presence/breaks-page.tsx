import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { BreakKinds } from './break-kinds.tsx'
import { BreakQuotas } from './break-quotas.tsx'
import { Capacities } from './capacities.tsx'
import { ChannelLoads } from './channel-loads.tsx'

/** Breaks with their limits and places, and how much everybody may have in hand. */
export default function BreaksPage() {
  const { t } = useTranslation('presence')
  return (
    <Page title={t('breaks.title')} hint={t('breaks.hint')}>
      <Capacities />
      <ChannelLoads />
      <BreakKinds />
      <BreakQuotas />
    </Page>
  )
}
