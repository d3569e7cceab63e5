import { CloseOutlined, ExportOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { askThread } from '../message/thread-queries.ts'
import { ThreadView } from '../message/thread-view.tsx'
import { useKeys } from '../shell/keys.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { askConversation } from './conversation-cache.ts'
import style from './inbox.module.css'

interface BesideProps {
  conversationId: number
  onClose: () => void
  onOpen: () => void
}

/** An earlier conversation to read beside the open one. */
export function BesidePane({ conversationId, onClose, onOpen }: BesideProps) {
  const { t } = useTranslation('conversation')
  const conversation = useQuery(askConversation(conversationId))
  const thread = useQuery(askThread(conversationId))
  useKeys('conversation', [{ keys: 'escape', does: 'closeBeside', run: onClose, unlisted: true }])
  return (
    <aside className={style.beside} aria-label={t('beside.label')}>
      <header className={style.besideHead}>
        <h2 className={style.besideTitle}>
          {t('beside.label')}
          {conversation.data && (
            <small>
              <TimeAgo at={conversation.data.startedAt} /> · {t(`state.${conversation.data.state}`)}
            </small>
          )}
        </h2>
        <Tooltip title={t('beside.open')}>
          <Button type="text" icon={<ExportOutlined />} aria-label={t('beside.open')} onClick={onOpen} />
        </Tooltip>
        <Button type="text" icon={<CloseOutlined />} aria-label={t('beside.close')} onClick={onClose} />
      </header>
      {conversation.error && (
        <ErrorState error={conversation.error} onRetry={() => void conversation.refetch()} />
      )}
      {conversation.data && <ThreadView conversation={conversation.data} query={thread} unreadAfter={null} />}
    </aside>
  )
}
