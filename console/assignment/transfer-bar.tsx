import { CloseOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../conversation/conversation-cache.ts'
import { client } from '../shell/api.ts'
import { useMay, useMe } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { useRemembered } from '../shell/remembered.ts'
import { toast } from '../shell/toast.tsx'
import style from './assignment.module.css'
import { askTransfers, type Transfer } from './assignment-queries.ts'
import { Left } from './why-agent.tsx'

/** How often an open offer is looked at, in milliseconds. */
const look = 4_000

/** Above the composer: whom the conversation is offered to, or that it came back. */
export function TransferBar({ conversation }: { conversation: Conversation }) {
  const me = useMe()
  const { data } = useQuery({
    ...askTransfers(conversation.id),
    meta: { quiet: true },
    refetchInterval: ({ state }) => (state.data?.transfers[0]?.state === 'offered' ? look : false),
  })
  const [read, setRead] = useRemembered<number>('transfer.read', 0)
  const newest = data?.transfers[0]
  if (!newest) return null
  if (newest.state === 'offered') return <OfferedTransfer conversation={conversation} transfer={newest} />
  const back = newest.state === 'declined' || newest.state === 'returned'
  if (!back || newest.fromStaffId !== me.staffId || conversation.assigneeId !== me.staffId) return null
  return newest.id > read ? <Returned transfer={newest} onRead={() => setRead(newest.id)} /> : null
}

function OfferedTransfer({ conversation, transfer }: { conversation: Conversation; transfer: Transfer }) {
  const { t } = useTranslation('assignment')
  const me = useMe()
  const own = transfer.fromStaffId === me.staffId
  const mayAssign = useMay('conversation.assign', conversation)
  const withdraw = useMutation({
    mutationFn: () => client.assignment.withdrawTransfer({ params: { transferId: transfer.id } }),
    onSuccess: () => toast.done(t('offer.withdrawn')),
    onSettled: () => refresh('assignment'),
  })
  const to = transfer.toName
  const words = transfer.toLead
    ? own
      ? t('offer.sentLead', { to, count: transfer.number - 1 })
      : t('offer.waitingLead', { to, count: transfer.number })
    : t(own ? 'offer.sent' : 'offer.waiting', { to })
  return (
    <div className={style.sent} role="status">
      <span>
        {words} {transfer.expiresAt && <Left until={transfer.expiresAt} />}
      </span>
      {(own || mayAssign) && (
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('offer.withdraw')}
        </Button>
      )}
    </div>
  )
}

function Returned({ transfer, onRead }: { transfer: Transfer; onRead: () => void }) {
  const { t } = useTranslation('assignment')
  const to = transfer.toName
  return (
    <div className={style.sent} data-back="true" role="status">
      <span>{t(transfer.state === 'declined' ? 'offer.wasDeclined' : 'offer.wasReturned', { to })}</span>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('offer.dismiss')}
        onClick={onRead}
      />
    </div>
  )
}
