import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounts } from './counts.ts'

/** Says in the browser's tab how many of the own conversations have something unread. */
export function useTitle(): void {
  const { t } = useTranslation('shell')
  const unread = useCounts()?.mineUnread ?? 0
  const place = t('place.inbox')
  useEffect(() => {
    const before = document.title
    document.title = unread > 0 ? `(${unread}) ${place}` : `${place} · Shopdesk`
    return () => {
      document.title = before
    }
  }, [unread, place])
}
