import { CommentOutlined } from '@ant-design/icons'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { lettersOf, PersonAvatar } from '../ui/person-avatar.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import style from './inbox.module.css'
import type { ListRow } from './list-cache.ts'
import { WaitingTime } from './waiting-time.tsx'

interface Names {
  shop: { name: string; colour: string } | undefined
  topic: string | undefined
}

interface RowProps extends Names {
  row: ListRow
  /** It left this list, and stays here only until the pointer has gone. */
  gone: boolean
  chosen: boolean
  staffId: number
  href: string
  onOpen: (conversationId: number) => void
}

/** A conversation in two lines: who, how long they wait; last words, topic, who has it. */
export const InboxRow = memo(function InboxRow(props: RowProps) {
  const { row, gone, chosen, href, onOpen } = props
  const { t } = useTranslation(['conversation', 'customer'])
  const unread = row.lastSeq > row.readSeq && row.previewBy === 'customer' && !chosen
  const name = row.customerName ?? t('customer:unnamed')
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen(row.id)
  }
  return (
    <a
      href={href}
      className={style.row}
      data-gone={gone}
      data-unread={unread}
      aria-current={chosen ? 'true' : undefined}
      onClick={open}
      draggable={false}
    >
      <span className={style.rowFace}>
        <PersonAvatar name={row.customerName} id={row.customerId} size={36} />
        <ChannelMark shop={props.shop} />
      </span>
      <span className={style.rowTop}>
        {unread && <span className={style.dot} role="img" aria-label={t('row.unread')} />}
        <bdi className={style.rowName}>{name}</bdi>
        {row.repeat && <span className={style.mark}>{t('row.repeat')}</span>}
        <LanguageMark language={row.language} />
        <RowTime row={row} />
      </span>
      <span className={style.rowBottom}>
        <Preview row={row} />
        {props.topic && <bdi className={style.topic}>{props.topic}</bdi>}
        <Holder row={row} gone={gone} staffId={props.staffId} />
      </span>
    </a>
  )
})

function RowTime({ row }: { row: ListRow }) {
  if (row.waitingSince) return <WaitingTime since={row.waitingSince} />
  return (
    <span className={style.rowAgo}>
      <TimeAgo at={row.lastMessageAt} />
    </span>
  )
}

function Preview({ row }: { row: ListRow }) {
  const { t } = useTranslation('conversation')
  const words = row.preview || t('row.noWords')
  return (
    <span className={style.preview} dir="auto">
      {row.previewBy === 'staff' && <span className={style.previewBy}>{t('row.weSaid')}</span>}
      {words}
    </span>
  )
}

/** Who has it: nothing for me, letters for a colleague, the team or the queue in words. */
function Holder({ row, gone, staffId }: { row: ListRow; gone: boolean; staffId: number }) {
  const { t } = useTranslation('conversation')
  if (gone) return <span className={style.goneMark}>{goneText(row, staffId, t)}</span>
  if (row.state === 'resolved' || row.state === 'ended')
    return <span className={style.state}>{t(`state.${row.state}`)}</span>
  if (row.assigneeId === null || row.assigneeId === staffId) return null
  const name = row.assigneeName ?? ''
  return (
    <span className={style.holder} title={t('row.heldBy', { name })}>
      <span aria-hidden>{lettersOf(name)}</span>
      <span className="only-heard">{t('row.heldBy', { name })}</span>
    </span>
  )
}

type Translate = ReturnType<typeof useTranslation<'conversation'>>['t']

function goneText(row: ListRow, staffId: number, t: Translate): string {
  if (row.state === 'resolved' || row.state === 'ended') return t(`state.${row.state}`)
  if (row.assigneeId === staffId) return t('row.nowMine')
  return row.assigneeName ? t('row.nowHeldBy', { name: row.assigneeName }) : t('row.gone')
}

function ChannelMark({ shop }: { shop: Names['shop'] }) {
  const { t } = useTranslation('conversation')
  const title = [shop?.name, t('channel.webchat')].filter(Boolean).join(' · ')
  return (
    <span className={style.channel} style={shop ? { color: shop.colour } : undefined} title={title}>
      <CommentOutlined aria-hidden />
      <span className="only-heard">{title}</span>
    </span>
  )
}

/** A customer's language, only where it is not the one on the screen. */
export function LanguageMark({ language }: { language: string | null }) {
  const { i18n } = useTranslation('conversation')
  if (!language) return null
  const base = language.split('-')[0] ?? ''
  if (base === i18n.language.split('-')[0]) return null
  return <span className={style.mark}>{base === 'zh' ? '中文' : base.toUpperCase()}</span>
}
