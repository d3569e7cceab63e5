import { CheckOutlined, LockOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageView } from '../../domain/message/endpoints.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { exactTime } from '../ui/relative-time.ts'
import { clockTime } from './day.ts'
import { FileList } from './file-list.tsx'
import { LineMenu } from './line-menu.tsx'
import { LineText } from './line-text.tsx'
import style from './thread.module.css'
import { deliveryOf } from './thread-items.ts'

interface LineProps {
  line: MessageView
  follows: boolean
  ends: boolean
  staffId: number
  customerName: string | null
  customerId: number
  customerReadSeq: number
  /** The customer's language, for the screen reader and the hyphenation of their words. */
  language: string | undefined
}

/** A message or a note: the customer's at the left, ours at the right, notes across in their tint. */
export const ThreadLine = memo(function ThreadLine(props: LineProps) {
  const { line, follows, ends, staffId, customerName, customerId, language } = props
  const { t } = useTranslation(['message', 'customer'])
  const side = line.kind === 'note' ? 'note' : line.authorKind === 'customer' ? 'theirs' : 'ours'
  const name =
    line.authorKind === 'customer'
      ? (customerName ?? t('customer:unnamed'))
      : (line.authorName ?? t('system'))
  const own = line.authorKind === 'staff' && line.authorId === staffId
  const shownName = side === 'note' ? `${t('note')} · ${name}` : name
  return (
    <article className={style.line} data-side={side} data-follows={follows} data-seq={line.seq}>
      {side === 'theirs' && (
        <span className={style.face}>
          {!follows && <PersonAvatar name={customerName} id={customerId} size={28} />}
        </span>
      )}
      <div className={style.body}>
        {!follows && (side !== 'ours' || !own) && (
          <p className={style.name}>
            {side === 'note' && <LockOutlined aria-hidden />} <bdi>{shownName}</bdi>
          </p>
        )}
        <div className={style.bubble} data-recalled={line.recalledAt !== null}>
          {line.recalledAt ? (
            <span className={style.recalled}>{own ? t('recalledByMe') : t('recalled', { name })}</span>
          ) : (
            <>
              <FileList files={line.files} />
              {line.text !== '' && (
                <LineText
                  text={line.text}
                  lang={line.language ?? (side === 'theirs' ? language : undefined)}
                  mentions={line.kind === 'note'}
                />
              )}
            </>
          )}
        </div>
        {ends && <Delivery line={line} customerReadSeq={props.customerReadSeq} />}
      </div>
      <LineTime at={line.createdAt} />
      {line.recalledAt === null && <LineMenu line={line} staffId={staffId} />}
    </article>
  )
})

function LineTime({ at }: { at: string }) {
  const { i18n } = useTranslation('message')
  const moment = Date.parse(at)
  return (
    <Tooltip title={exactTime(moment, i18n.language)}>
      <time dateTime={at} className={style.time}>
        {clockTime(moment, i18n.language)}
      </time>
    </Tooltip>
  )
}

function Delivery({ line, customerReadSeq }: { line: MessageView; customerReadSeq: number }) {
  const { t } = useTranslation('message')
  const delivery = deliveryOf(line, customerReadSeq)
  if (!delivery) return null
  return (
    <p className={style.below} data-read={delivery === 'read'}>
      <CheckOutlined aria-hidden />
      {delivery === 'read' && <CheckOutlined aria-hidden className={style.secondTick} />} {t(delivery)}
    </p>
  )
}
