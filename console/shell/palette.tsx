import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Modal } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placeKeys } from './frame-keys.ts'
import { useDoes } from './key-help.tsx'
import { KeyCaps, useRegisteredKeys, useSilentKeys } from './keys.tsx'
import { useMay, useMe, viewerOf } from './me.ts'
import style from './palette.module.css'
import { filterOffers, type Offer } from './palette-offers.ts'
import { offeredPlaces, offeredSections } from './places.ts'
import { ask } from './query-client.ts'
import { useSignOut } from './sign-out.ts'

/** Opened by ⌘K and `/`: go to a page, find a customer, do what a key does. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell')
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { offers, searching } = useOffers(text)
  const list = useId()
  const chosen = Math.min(at, offers.length - 1)
  useSilentKeys(true)
  const run = (offer: Offer | undefined) => {
    if (!offer) return
    onClose()
    offer.run()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(offers.length, 1))
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + offers.length) % Math.max(offers.length, 1))
    else if (event.key === 'Enter') run(offers[chosen])
    else return
    event.preventDefault()
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={t('palette.title')}
      styles={{ header: { display: 'none' } }}
      width={600}
      style={{ top: 80 }}
      className={style.palette}
    >
      <input
        className={style.input}
        // The person asked for this field a moment ago.
        ref={(field) => field?.focus()}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
        placeholder={t('palette.hint')}
        aria-label={t('palette.title')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={offers[chosen] ? `${list}-${chosen}` : undefined}
      />
      <OfferList id={list} offers={offers} chosen={chosen} onRun={run} />
      {offers.length === 0 && (
        <p className={style.nothing} role="status">
          {searching ? t('palette.searching') : t('palette.nothing', { text })}
        </p>
      )}
    </Modal>
  )
}

interface OfferListProps {
  id: string
  offers: readonly Offer[]
  chosen: number
  onRun: (offer: Offer) => void
}

function OfferList({ id, offers, chosen, onRun }: OfferListProps) {
  const { t } = useTranslation('shell')
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.children.namedItem(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' }))
  return (
    <div id={id} role="listbox" aria-label={t('palette.title')} className={style.list} ref={here}>
      {offers.map((offer, index) => (
        <div
          key={offer.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={style.offer}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onRun(offer)}
          onKeyDown={() => undefined}
        >
          <span className={style.kind}>
            {offers[index - 1]?.kind === offer.kind ? '' : t(`palette.${offer.kind}`)}
          </span>
          <span className={style.label}>{offer.label}</span>
          {offer.detail && <span className={style.detail}>{offer.detail}</span>}
          {offer.keys && <KeyCaps keys={offer.keys} />}
        </div>
      ))}
    </div>
  )
}

function useOffers(text: string): { offers: Offer[]; searching: boolean } {
  const { t } = useTranslation('shell')
  const viewer = viewerOf(useMe())
  const router = useRouter()
  const does = useDoes()
  const keys = useRegisteredKeys()
  const signOut = useSignOut()
  const wanted = useDeferredValue(text.trim())
  const mayFind = useMay('customer.read') && wanted.length > 0
  const found = useQuery({
    ...ask('customer', 'listCustomers', { query: { text: wanted } }),
    enabled: mayFind,
  })
  const go = (to: string) => () => void router.navigate({ to })
  const fixed: Offer[] = [
    ...offeredPlaces(viewer).map(({ name, to }) => ({
      kind: 'go' as const,
      key: to,
      label: t(`place.${name}`),
      keys: placeKeys[name],
      run: go(to),
    })),
    ...offeredSections(viewer).map(({ name, to }) => ({
      kind: 'go' as const,
      key: `s${to}`,
      label: t(`settings.${name}`),
      detail: t('settings.title'),
      run: go(to),
    })),
    { kind: 'go', key: '/profile', label: t('person.profile'), keys: 'g p', run: go('/profile') },
    ...keys
      .filter(({ unlisted }) => !unlisted)
      .map((entry) => ({
        kind: 'do' as const,
        key: `${entry.namespace} ${entry.does} ${entry.keys}`,
        label: does(entry),
        keys: entry.keys,
        run: entry.run,
      })),
    { kind: 'do', key: 'sign-out', label: t('keys.signOut'), run: () => void signOut() },
  ]
  const customers = (mayFind ? (found.data?.customers ?? []) : []).slice(0, 8).map((customer) => ({
    kind: 'find' as const,
    key: `customer ${customer.id}`,
    label: customer.name ?? t('palette.unnamed'),
    detail: customer.email ?? customer.phone ?? undefined,
    run: go(`/customers/${customer.id}`),
  }))
  return { offers: [...filterOffers(fixed, wanted), ...customers].sort(byKind), searching: found.isFetching }
}

const order = ['go', 'find', 'do']
const byKind = (a: Offer, b: Offer) => order.indexOf(a.kind) - order.indexOf(b.kind)
