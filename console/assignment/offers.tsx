import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import i18next from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshCountsSoon } from '../conversation/counts.ts'
import { ring } from '../live/ring.ts'
import { client } from '../shell/api.ts'
import { KeyCaps, useKeys } from '../shell/keys.tsx'
import { useMay, useMe } from '../shell/me.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { useNow } from '../ui/now.ts'
import style from './assignment.module.css'
import { askOffers, type Transfer } from './assignment-queries.ts'
import { clockText } from './span.ts'

const keys = { accept: 'mod+shift+y', decline: 'mod+shift+x' } as const
/** How often offers are looked at, in milliseconds: the live connection tells of new ones at once. */
const look = { open: 4_000, none: 20_000 }

/** What is offered to the viewer, above everything, with its countdown. The first takes the keys. */
export function Offers() {
  return useMay('conversation.reply') ? <OpenOffers /> : null
}

function OpenOffers() {
  const { t } = useTranslation('assignment')
  const { data } = useQuery({
    ...askOffers(),
    meta: { quiet: true },
    refetchInterval: ({ state }) => ((state.data?.toMe.length ?? 0) > 0 ? look.open : look.none),
  })
  const now = useNow(500)
  const offers = (data?.toMe ?? []).filter(({ expiresAt }) => !expiresAt || Date.parse(expiresAt) > now)
  useAlert(offers)
  const { accept, decline } = useAnswers()
  const [first] = offers
  useKeys(
    'assignment',
    first
      ? [
          { keys: keys.accept, does: 'acceptOffer', inInputs: true, run: () => accept.mutate(first) },
          { keys: keys.decline, does: 'declineOffer', inInputs: true, run: () => decline.mutate(first) },
        ]
      : [],
  )
  if (!first) return null
  return (
    <section className={style.offers} aria-label={t('offer.list')} aria-live="assertive">
      {offers.slice(0, 3).map((offer) => (
        <Offer
          key={offer.id}
          offer={offer}
          now={now}
          withKeys={offer === first}
          busy={accept.isPending || decline.isPending}
          onAccept={() => accept.mutate(offer)}
          onDecline={() => decline.mutate(offer)}
        />
      ))}
      {offers.length > 3 && <p className={style.quiet}>{t('offer.more', { count: offers.length - 3 })}</p>}
    </section>
  )
}

interface OfferProps {
  offer: Transfer
  now: number
  withKeys: boolean
  busy: boolean
  onAccept: () => void
  onDecline: () => void
}

function Offer({ offer, now, withKeys, busy, onAccept, onDecline }: OfferProps) {
  const { t } = useTranslation(['assignment', 'customer'])
  const open = useOpenConversation()
  const customer = offer.customerName ?? t('customer:unnamed')
  const left = offer.expiresAt ? (Date.parse(offer.expiresAt) - now) / 1000 : null
  return (
    <article className={style.offer}>
      <div className={style.offerHead}>
        <strong>
          {offer.fromName
            ? t('offer.from', { from: offer.fromName, customer })
            : t('offer.fromNobody', { customer })}
        </strong>
        {left !== null && (
          <span className={style.offerLeft} aria-live="off">
            {clockText(left)}
          </span>
        )}
      </div>
      {offer.toStaffId === null && <p className={style.quiet}>{t('offer.toTeam', { team: offer.toName })}</p>}
      {offer.toLead && <p className={style.quiet}>{t('offer.toLead', { count: offer.number })}</p>}
      <p className={style.offerWords} dir="auto">
        {[offer.reason, offer.summary].filter((text) => text !== '').join('\n')}
      </p>
      <div className={style.offerActs}>
        <Button type="primary" disabled={busy} onClick={onAccept}>
          {t('offer.accept')}
          {withKeys && <KeyCaps keys={keys.accept} />}
        </Button>
        <Button disabled={busy} onClick={onDecline}>
          {t('offer.decline')}
          {withKeys && <KeyCaps keys={keys.decline} />}
        </Button>
        <Button type="text" onClick={() => open(offer.conversationId)}>
          {t('offer.read')}
        </Button>
      </div>
    </article>
  )
}

function useOpenConversation(): (conversationId: number, view?: 'mine' | 'all') => void {
  const router = useRouter()
  return (c, view = 'all') => void router.navigate({ to: '/inbox/$view', params: { view }, search: { c } })
}

function useAnswers() {
  const { t } = useTranslation('assignment')
  const open = useOpenConversation()
  const again = () => {
    refreshCountsSoon()
    return refresh('assignment', 'conversation')
  }
  const accept = useMutation({
    mutationFn: ({ id }: Transfer) => client.assignment.acceptTransfer({ params: { transferId: id } }),
    onSuccess: (_done, { conversationId }) => {
      toast.done(t('offer.accepted'))
      open(conversationId, 'mine')
    },
    onSettled: again,
  })
  const decline = useMutation({
    mutationFn: ({ id }: Transfer) =>
      client.assignment.declineTransfer({ params: { transferId: id }, body: { reason: '' } }),
    onSuccess: (_done, { fromName }) => toast.done(t('offer.declined', { from: fromName ?? '–' })),
    onSettled: again,
  })
  return { accept, decline }
}

/** Rings once for each offer and tells the browser, as the person has set it for other alerts. */
function useAlert(offers: readonly Transfer[]): void {
  const { settings } = useMe()
  const told = useRef(new Set<number>())
  useEffect(() => {
    const fresh = offers.filter(({ id }) => !told.current.has(id))
    for (const { id } of fresh) told.current.add(id)
    const [first] = fresh
    if (!first) return
    if (settings.sound) ring()
    if (settings.browserNotices && document.hidden && Notification.permission === 'granted')
      new Notification(i18next.t('assignment:offer.newOffer'), {
        body: first.reason,
        tag: `transfer-${first.id}`,
        lang: i18next.language,
      })
  }, [offers, settings.sound, settings.browserNotices])
}
