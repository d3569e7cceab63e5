import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Conversation } from './conversation-cache.ts'
import style from './inbox.module.css'

/** Ways to the conversation before and the one after, where the customer came back. */
export function TalkLinks({
  conversation,
  onOpen,
}: {
  conversation: Conversation
  onOpen: (id: number) => void
}) {
  const { t } = useTranslation('conversation')
  const { previousId, nextId } = conversation
  if (previousId === null && nextId === null) return null
  return (
    <nav className={style.talkLinks} aria-label={t('talks')}>
      {previousId !== null && (
        <button type="button" onClick={() => onOpen(previousId)}>
          <LeftOutlined aria-hidden /> {t('previousTalk')}
        </button>
      )}
      {nextId !== null && (
        <button type="button" onClick={() => onOpen(nextId)}>
          {t('nextTalk')} <RightOutlined aria-hidden />
        </button>
      )}
    </nav>
  )
}
