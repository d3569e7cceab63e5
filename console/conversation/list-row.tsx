import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ScoreMark } from '../rating/stars.tsx'
import { lettersOf, PersonAvatar } from '../ui/person-avatar.tsx'
import style from './inbox.module.css'
import type { ListRow } from './list-cache.ts'
import { RowAgo } from './row-ago.tsx'
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
  const { t, i18n } = useTranslation(['conversation', 'customer'])
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
        <ChannelMark shop={props.shop} kind={t('channel.webchat')} />
      </span>
      <span className={style.rowTop}>
        {unread && <span className={style.dot} role="img" aria-label={t('row.unread')} />}
        <bdi className={style.rowName}>{name}</bdi>
        {row.repeat && <span className={style.mark}>{t('row.repeat')}</span>}
        <LanguageMark language={row.language} viewer={i18n.language} />
        <RowTime row={row} />
      </span>
      <span className={style.rowBottom}>
        <Preview row={row} t={t} />
        {props.topic && <bdi className={style.topic}>{props.topic}</bdi>}
        <Holder row={row} gone={gone} staffId={props.staffId} t={t} />
      </span>
    </a>
  )
})

type Translate = ReturnType<typeof useTranslation<['conversation', 'customer']>>['t']

function RowTime({ row }: { row: ListRow }) {
  if (row.waitingSince) return <WaitingTime since={row.waitingSince} />
  return <RowAgo at={row.lastMessageAt} />
}

function Preview({ row, t }: { row: ListRow; t: Translate }) {
  const words = row.preview || t('row.noWords')
  return (
    <span className={style.preview} dir="auto">
      {row.previewBy === 'staff' && <span className={style.previewBy}>{t('row.weSaid')}</span>}
      {words}
    </span>
  )
}

/** Who has it: nothing for me, letters for a colleague, the team or the queue in words. */
function Holder({ row, gone, staffId, t }: { row: ListRow; gone: boolean; staffId: number; t: Translate }) {
  if (gone) return <span className={style.goneMark}>{goneText(row, staffId, t)}</span>
  if (row.score !== null) return <ScoreMark score={row.score} />
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

function goneText(row: ListRow, staffId: number, t: Translate): string {
  if (row.state === 'resolved' || row.state === 'ended') return t(`state.${row.state}`)
  if (row.assigneeId === staffId) return t('row.nowMine')
  return row.assigneeName ? t('row.nowHeldBy', { name: row.assigneeName }) : t('row.gone')
}

/** The kind of channel as a small mark in the shop's colour. */
function ChannelMark({ shop, kind }: { shop: Names['shop']; kind: string }) {
  const title = shop ? `${shop.name} · ${kind}` : kind
  return (
    <span className={style.channel} style={shop ? { color: shop.colour } : undefined} title={title}>
      <svg aria-hidden="true" viewBox="0 0 16 16" width="10" height="10" fill="currentColor">
        <path d="M2 2h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H8l-4 3v-3H2a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z" />
      </svg>
      <span className="only-heard">{title}</span>
    </span>
  )
}

/** A customer's language, only where it is not the one on the screen. */
export function LanguageMark({ language, viewer }: { language: string | null; viewer: string }) {
  if (!language) return null
  const base = language.split('-')[0] ?? ''
  if (base === viewer.split('-')[0]) return null
  return <span className={style.mark}>{base === 'zh' ? '中文' : base.toUpperCase()}</span>
}
