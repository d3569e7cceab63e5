import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../live/live.ts'
import style from './frame.module.css'

/** Says that the network or the server is away, as long as it is. */
export function OfflineBanner() {
  const { t } = useTranslation('shell')
  const network = useSyncExternalStore(subscribe, () => navigator.onLine)
  const { online } = useLive()
  if (network && online) return null
  return <output className={style.banner}>{t('offline')}</output>
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
