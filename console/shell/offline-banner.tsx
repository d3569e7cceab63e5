import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import style from './frame.module.css'

/** Says that the network is away, as long as it is. */
export function OfflineBanner() {
  const { t } = useTranslation('shell')
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (online) return null
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
