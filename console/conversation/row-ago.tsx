import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { exactTime, relativeTime } from '../ui/relative-time.ts'
import style from './inbox.module.css'
import { useNow } from './second.ts'

/** The age of a row in words: as light as a list of ten thousand needs it. */
export function RowAgo({ at }: { at: string }) {
  const { t, i18n } = useTranslation('shell')
  const { language } = i18n
  const moment = Date.parse(at)
  const minute = Math.floor(useNow() / 60_000)
  const words = useMemo(
    () => relativeTime(moment, Math.max(moment, minute * 60_000), language, t('time.now')),
    [moment, minute, language, t],
  )
  const exact = useMemo(() => exactTime(moment, language), [moment, language])
  return (
    <time dateTime={at} title={exact} className={style.rowAgo}>
      {words}
    </time>
  )
}
