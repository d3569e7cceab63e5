import { useTranslation } from 'react-i18next'
import { useNow } from '../ui/now.ts'
import { lasting } from './lasting.ts'
import style from './presence.module.css'

/** What the server says when all places for breaks are taken. */
export interface QuotaUsed {
  readonly teamName: string
  readonly mostOnBreak: number
  readonly onBreak: readonly { readonly staffId: number; readonly name: string; readonly since: string }[]
}

/** Why a break has to wait: how many places the team has, who is away, and for how long. */
export function QuotaRefusal({ refused }: { refused: QuotaUsed }) {
  const { t } = useTranslation('presence')
  const now = useNow(1000)
  return (
    <div className={style.refused} role="alert">
      <p>{t('full', { team: refused.teamName, count: refused.mostOnBreak })}</p>
      <ul>
        {refused.onBreak.map(({ staffId, name, since }) => (
          <li key={staffId}>
            {name}
            <span className={style.time}>{lasting(now - Date.parse(since))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
