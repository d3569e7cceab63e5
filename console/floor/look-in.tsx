import { ArrowLeftOutlined, CloseOutlined, ExportOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { askConversation, type Conversation } from '../conversation/conversation-cache.ts'
import { WaitingTime } from '../conversation/waiting-time.tsx'
import { useWatch } from '../live/live.ts'
import { askThread } from '../message/thread-queries.ts'
import { ThreadView } from '../message/thread-view.tsx'
import { client } from '../shell/api.ts'
import { useKeys } from '../shell/keys.tsx'
import { useMay, useMe } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import style from './floor.module.css'
import { moveAll } from './move.ts'
import { NoteField } from './note-field.tsx'

interface LookInProps {
  conversationId: number
  /** Back to the list it was opened from; undefined where there is none. */
  onBack: (() => void) | undefined
  onClose: () => void
}

/** A talk as it goes on, to be read beside the floor: with a note to the agent, and the way to take it over. */
export function LookIn({ conversationId, onBack, onClose }: LookInProps) {
  const { t } = useTranslation(['floor', 'customer', 'conversation'])
  const { data: talk, error, refetch } = useQuery({ ...askConversation(conversationId), staleTime: 5_000 })
  const thread = useQuery(askThread(conversationId))
  useWatch(conversationId, thread.data !== undefined)
  return (
    <>
      <header className={style.sideHead}>
        {onBack && (
          <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('lookIn.back')} onClick={onBack} />
        )}
        <h2>
          <bdi>{talk?.customerName ?? t('customer:unnamed')}</bdi>
          {talk && (
            <small>
              {t(`conversation:state.${talk.state}`)}
              {talk.assigneeName && ` · ${talk.assigneeName}`}
            </small>
          )}
        </h2>
        {talk?.waitingSince && <WaitingTime since={talk.waitingSince} clock={talk} />}
        <Tooltip title={t('lookIn.inbox')}>
          <Link
            to="/inbox/$view"
            params={{ view: 'all' }}
            search={{ c: conversationId }}
            className={style.icon}
            aria-label={t('lookIn.inbox')}
          >
            <ExportOutlined />
          </Link>
        </Tooltip>
        <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
      </header>
      {error && !talk && <ErrorState error={error} onRetry={() => void refetch()} />}
      {talk && (
        <>
          <ThreadView conversation={talk} query={thread} unreadAfter={null} />
          <LookInFoot talk={talk} />
        </>
      )}
    </>
  )
}

function LookInFoot({ talk }: { talk: Conversation }) {
  const { t } = useTranslation('floor')
  const me = useMe()
  const place = { brandId: talk.brandId, shopId: talk.shopId, teamId: talk.teamId }
  const mayReply = useMay('conversation.reply', place)
  const mayAssign = useMay('conversation.assign', place)
  const open = talk.state !== 'ended' && talk.state !== 'resolved'
  const takeable =
    open && mayReply && talk.assigneeId !== me.staffId && (mayAssign || talk.assigneeId === null)
  const takeOver = () => void take(talk, t('lookIn.taken'))
  useKeys('floor', takeable ? [{ keys: 'shift+t', does: 'takeOver', run: takeOver }] : [])
  if (!mayReply) return null
  return (
    <footer className={style.lookInFoot}>
      <NoteField talk={talk} />
      {takeable && <Button onClick={takeOver}>{t('lookIn.takeOver')}</Button>}
    </footer>
  )
}

async function take(talk: Conversation, said: string): Promise<void> {
  try {
    await client.conversation.takeConversation({ params: { conversationId: talk.id } })
    const { assigneeId: staffId, teamId } = talk
    const queue = staffId === null && teamId === null
    const back = { staffId, teamId: staffId === null ? teamId : null, queue, reason: '' }
    toast.done(said, () => void moveAll([talk], back).catch(toast.refused))
  } catch (error) {
    toast.refused(error)
  }
  void refresh('floor', 'conversation')
}
