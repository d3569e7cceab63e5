import { ArrowDownOutlined } from '@ant-design/icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../conversation/conversation-cache.ts'
import { useLooking } from '../live/looking.ts'
import { useMe } from '../shell/me.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { dayName, dayOf } from './day.ts'
import { useOutgoing } from './outbox-store.ts'
import { OutgoingLine } from './outgoing-line.tsx'
import { StepLine } from './step-line.tsx'
import style from './thread.module.css'
import type { Thread } from './thread-cache.ts'
import { ThreadFind } from './thread-find.tsx'
import { type ThreadItem, threadItems } from './thread-items.ts'
import { ThreadLine } from './thread-line.tsx'
import { threadRows } from './thread-rows.ts'
import { useThreadScroll } from './use-thread-scroll.ts'

interface ThreadProps {
  conversation: Conversation
  query: UseQueryResult<Thread>
  /** How far the viewer had read when the conversation was opened; null shows no divider. */
  unreadAfter: number | null
}

/** The lines of a conversation, the newest at the bottom. */
export function ThreadView({ conversation, query, unreadAfter }: ThreadProps) {
  const { data, error } = query
  if (data) return <Lines conversation={conversation} thread={data} unreadAfter={unreadAfter} />
  if (error)
    return (
      <div className={style.thread}>
        <ErrorState error={error} onRetry={() => void query.refetch()} />
      </div>
    )
  return (
    <div className={style.thread} aria-busy>
      <div className={style.skeleton}>
        <Skeleton active title={false} paragraph={{ rows: 3, width: ['60%', '45%', '52%'] }} />
      </div>
    </div>
  )
}

function Lines({
  conversation,
  thread,
  unreadAfter,
}: {
  conversation: Conversation
  thread: Thread
  unreadAfter: number | null
}) {
  const { t } = useTranslation('message')
  const me = useMe()
  const outgoing = useOutgoing(conversation.id)
  const typing = useTyping(conversation.id)
  const items = useMemo(
    () => threadItems(thread.messages, outgoing, unreadAfter, dayOf),
    [thread.messages, outgoing, unreadAfter],
  )
  const isTyping = typing !== null
  const rows = useMemo(() => threadRows(items, isTyping), [items, isTyping])
  const scroll = useThreadScroll(conversation.id, thread, rows, outgoing.length)
  const { virtual } = scroll
  const [found, setFound] = useState<number | null>(null)
  const goTo = useCallback(
    (index: number | null) => {
      setFound(index)
      if (index !== null) virtual.scrollToIndex(index, { align: 'center' })
    },
    [virtual],
  )
  const foreign = conversation.language?.split('-')[0]
  return (
    <div className={style.frame}>
      <section
        ref={scroll.box}
        className={style.thread}
        onScroll={scroll.onScroll}
        onFocus={scroll.onFocus}
        aria-label={t('thread')}
      >
        <div className={style.lines}>
          <div className={style.canvas} style={{ height: virtual.getTotalSize() }}>
            {thread.more ? (
              <Earlier loading={scroll.loading} failed={scroll.failed} onLoad={scroll.earlier} />
            ) : null}
            {virtual.getVirtualItems().map(({ key, index, start }) => (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                data-found={index === found}
                className={style.row}
                style={{ top: start }}
              >
                {rows[index]?.items.map((item) => (
                  <Item
                    key={item.key}
                    item={item}
                    conversation={conversation}
                    staffId={me.staffId}
                    language={foreign}
                  />
                ))}
                {rows[index]?.items.length === 0 && (
                  <p className={style.typing}>
                    <span className={style.dots} aria-hidden />
                    {typing}
                  </p>
                )}
              </div>
            ))}
          </div>
        </div>
      </section>
      <ThreadFind rows={rows} more={thread.more} onFound={goTo} />
      <Spoken thread={thread} staffId={me.staffId} customerName={conversation.customerName} />
      {scroll.away && (
        <Button className={style.jump} shape="round" icon={<ArrowDownOutlined />} onClick={scroll.toEnd}>
          {scroll.newBelow > 0 ? t('newBelow', { count: scroll.newBelow }) : t('toNewest')}
        </Button>
      )}
    </div>
  )
}

interface ItemProps {
  item: ThreadItem
  conversation: Conversation
  staffId: number
  language: string | undefined
}

function Item({ item, conversation, staffId, language }: ItemProps) {
  const { t, i18n } = useTranslation('message')
  switch (item.kind) {
    case 'day':
      return (
        <p className={style.day}>
          <span>{dayName(item.at, Date.now(), i18n.language, t('today'), t('yesterday'))}</span>
        </p>
      )
    case 'unread':
      return (
        <p className={style.unread}>
          <span>{t('unread')}</span>
        </p>
      )
    case 'outgoing':
      return <OutgoingLine line={item.line} />
    case 'line':
      return item.line.kind === 'step' ? (
        <StepLine line={item.line} staffId={staffId} />
      ) : (
        <ThreadLine
          line={item.line}
          follows={item.follows}
          ends={item.ends}
          staffId={staffId}
          customerName={conversation.customerName}
          customerId={conversation.customerId}
          customerReadSeq={conversation.customerReadSeq}
          language={language}
        />
      )
  }
}

function Earlier({ loading, failed, onLoad }: { loading: boolean; failed: boolean; onLoad: () => void }) {
  const { t } = useTranslation('message')
  return (
    <p className={style.earlier}>
      <Button type="text" size="small" loading={loading} onClick={onLoad}>
        {failed ? t('earlierFailed') : t('earlier')}
      </Button>
    </p>
  )
}

/**
 * Says new lines of others to a screen reader. A region of its own: rows that scrolling brings into the page are
 * not news.
 */
function Spoken({
  thread,
  staffId,
  customerName,
}: {
  thread: Thread
  staffId: number
  customerName: string | null
}) {
  const { t } = useTranslation(['message', 'customer'])
  const [from] = useState(() => thread.messages.at(-1)?.seq ?? 0)
  const fresh = thread.messages
    .slice(-5)
    .filter(
      ({ seq, kind, authorKind, authorId }) =>
        seq > from && kind !== 'step' && !(authorKind === 'staff' && authorId === staffId),
    )
  return (
    <div className={style.spoken} role="log" aria-label={t('spoken')}>
      {fresh.map((line) => (
        <p key={line.seq}>
          {line.authorKind === 'customer'
            ? (customerName ?? t('customer:unnamed'))
            : (line.authorName ?? t('system'))}
          : {line.text}
        </p>
      ))}
    </div>
  )
}

/** Who types, in words; null while nobody does. */
function useTyping(conversationId: number): string | null {
  const { t } = useTranslation(['message', 'conversation'])
  const me = useMe()
  const looking = useLooking(conversationId)
  if (looking.customerTyping) return t('customerTyping')
  const staff = looking.staff.filter((one) => one.typing && one.staffId !== me.staffId).map((one) => one.name)
  return staff.length > 0 ? t('staffTyping', { names: staff.join(t('conversation:and')) }) : null
}
