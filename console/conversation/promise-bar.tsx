import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/me.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import type { Conversation } from './conversation-cache.ts'
import style from './inbox.module.css'
import { WaitingTime } from './waiting-time.tsx'

/** Above the composer: who waits for whom, since when, and who has the conversation. */
export function PromiseBar({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation')
  const me = useMe()
  const { waitingSince, assigneeId, assigneeName, state, lastMessageAt } = conversation
  const holder =
    assigneeId === null
      ? t('bar.nobody')
      : assigneeId === me.staffId
        ? t('bar.me')
        : t('bar.other', { name: assigneeName ?? '' })
  return (
    <div className={style.bar}>
      {waitingSince ? (
        <span className={style.barWait}>
          {t('bar.waiting')} <WaitingTime since={waitingSince} />
        </span>
      ) : (
        <span>
          {t(`bar.${state}`)} · <TimeAgo at={lastMessageAt} />
        </span>
      )}
      <span className={style.barHolder} data-other={assigneeId !== null && assigneeId !== me.staffId}>
        {holder}
      </span>
    </div>
  )
}
