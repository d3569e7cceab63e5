import { useTranslation } from 'react-i18next'
import { overBreakMs } from '../../domain/presence/breaks.ts'
import type { PresenceRow } from '../../domain/presence/endpoints.ts'
import { useNow } from '../ui/now.ts'
import { lasting } from './lasting.ts'
import style from './presence.module.css'

/** How long the state has lasted; wrap-up time runs down, and a break over its limit says so in red. */
export function PresenceTime({ presence }: { presence: PresenceRow }) {
  const { t } = useTranslation('presence')
  const now = useNow(1000)
  const untilAt = presence.untilAt === null ? null : new Date(presence.untilAt)
  const over = overBreakMs({ state: presence.state, untilAt }, new Date(now))
  if (over > 0) return <span className={style.over}>{t('over', { time: lasting(over) })}</span>
  const runsDown = presence.state === 'wrap_up' && untilAt !== null
  const ms = runsDown ? untilAt.getTime() - now : now - Date.parse(presence.since)
  return <span className={style.time}>{lasting(ms)}</span>
}
