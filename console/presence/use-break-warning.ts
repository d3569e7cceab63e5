import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresenceRow } from '../../domain/presence/endpoints.ts'
import { toast } from '../shell/toast.tsx'

/** Says once that the break is over, at the moment at which it is. */
export function useBreakWarning(presence: PresenceRow | undefined): void {
  const { t } = useTranslation('presence')
  const endsAt = presence?.state === 'break' ? presence.untilAt : null
  useEffect(() => {
    if (endsAt === null) return
    const ms = Date.parse(endsAt) - Date.now()
    if (ms < 0) return
    const timer = setTimeout(() => toast.warn(t('breakOver')), ms)
    return () => clearTimeout(timer)
  }, [endsAt, t])
}
