import { useQuery } from '@tanstack/react-query'
import { Popover, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../conversation/conversation-cache.ts'
import { ask } from '../shell/query-client.ts'
import { ErrorState } from '../ui/error-state.tsx'
import style from './assignment.module.css'
import { askWhy } from './assignment-queries.ts'
import { WhyAgent } from './why-agent.tsx'
import { WhyNobody } from './why-nobody.tsx'

/** How often the reasons of one that waits are asked again, in milliseconds. */
const look = 5_000

/** Why this agent has it, or why nobody has it yet; and who had it before. */
export function Why({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('assignment')
  const { id, state } = conversation
  const { data, error, refetch } = useQuery({
    ...askWhy(id),
    refetchInterval: state === 'queued' ? look : false,
  })
  const past = useQuery(ask('assignment', 'listAssignments', { params: { conversationId: id } }))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active title={false} />
  const { current, waiting } = data
  const earlier = (past.data?.assignments ?? []).filter((one) => one.id !== current?.id)
  return (
    <div className={style.why}>
      {current && <WhyAgent assignment={current} />}
      {waiting && <WhyNobody waiting={waiting} />}
      {!current && !waiting && <p>{t('why.nothing')}</p>}
      {earlier.length > 0 && (
        <>
          <h4>{t('why.earlier')}</h4>
          {earlier.map((one) => (
            <div key={one.id} className={style.past}>
              <WhyAgent assignment={one} />
            </div>
          ))}
        </>
      )}
    </div>
  )
}

/** The question beside the state of a conversation; its answer opens under it. */
export function WhyButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('assignment')
  const title = conversation.state === 'queued' ? t('why.nobody') : t('why.agent')
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      title={title}
      content={
        <div className={style.popover}>
          <Why conversation={conversation} />
        </div>
      }
    >
      <button type="button" className={style.whyButton} aria-label={title}>
        {t('why.ask')}
      </button>
    </Popover>
  )
}
