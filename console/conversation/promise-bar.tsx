import { useTranslation } from 'react-i18next'
import { DueButton } from '../clock/due-button.tsx'
import { PromiseChip } from '../promise/promise-chip.tsx'
import { useMe } from '../shell/me.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import type { Conversation } from './conversation-cache.ts'
import style from './inbox.module.css'
import { WaitingTime } from './waiting-time.tsx'

/** Above the composer: who waits for whom, since when, until when it should end, what was promised, and who has it. */
export function PromiseBar({
  conversation,
  promiseShown,
}: {
  conversation: Conversation
  /** Opened from a reminder: the promises stand open. */
  promiseShown: boolean
}) {
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
          {t('bar.waiting')} <WaitingTime since={waitingSince} clock={conversation} />
        </span>
      ) : (
        <span>
          {t(`bar.${state}`)} · <TimeAgo at={lastMessageAt} />
        </span>
      )}
      {conversation.dueAt && <DueButton conversationId={conversation.id} clock={conversation} />}
      <PromiseChip key={String(promiseShown)} conversation={conversation} shown={promiseShown} />
      <span className={style.barHolder} data-other={assigneeId !== null && assigneeId !== me.staffId}>
        {holder}
      </span>
    </div>
  )
}
