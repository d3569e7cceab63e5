import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNow } from './now.ts'
import { exactTime, relativeTime } from './relative-time.ts'

/** A moment (ISO 8601) in words, exact on hover; beside it the shop's time where its zone is another one. */
export function TimeAgo({ at, shopZone }: { at: string; shopZone?: string }) {
  const { t, i18n } = useTranslation('shell')
  const now = useNow(30_000)
  const moment = Date.parse(at)
  const own = exactTime(moment, i18n.language)
  const shops = shopZone ? exactTime(moment, i18n.language, shopZone) : own
  return (
    <Tooltip title={shops === own ? own : `${own} · ${shopZone} ${shops}`}>
      <time dateTime={at}>{relativeTime(moment, now, i18n.language, t('time.now'))}</time>
    </Tooltip>
  )
}
