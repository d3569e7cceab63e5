import { type StoredOutbox, storedOutbox } from '../outbox/stored-outbox.ts'
import { openTalk, withReceipt } from '../talk/talks.ts'
import type { Shelf } from '../visit/shelf.ts'
import { type Details, openVisits, type Proof, type Visit, type Visits } from '../visit/visits.ts'
import { pause, pauseBefore } from '../wire/backoff.ts'
import { type Call, Refused } from '../wire/call.ts'
import { type Delivery, startDelivery } from './delivery.ts'
import { playSound } from './sound.ts'
import type { Store, WidgetState } from './state.ts'
import { type Sync, startSync } from './sync.ts'

export interface EngineNeeds {
  store: Store<WidgetState>
  shelf: Shelf
  call: Call
  channelKey: string
  socketAddress: string
  proof: Proof
}

/** Who writes here at present, with their messages in both directions. Nothing passes from one to the next. */
export interface CurrentVisit {
  readonly visits: Visits
  readonly outbox: StoredOutbox
  readonly delivery: Delivery
  /** Null until the server knows the visitor. */
  sync(): Sync | null
  details(): Details
  showOutbox(): void
  /** The visitor with a token, made now if there is none. */
  ensure(): Promise<Visit>
  leave(): void
}

const receiptKept = 60_000

/**
 * Makes the person of this proof the one who writes.
 * @param proof asked each time, because a page may sign a fresh one for the same customer
 * @param linkOver a mailed link no longer holds
 */
export function enterVisit(
  needs: EngineNeeds,
  proof: () => Proof,
  linkOver: (code: string) => void,
): CurrentVisit {
  const { store, shelf, call, channelKey } = needs
  const visits = openVisits(shelf, call, channelKey, proof)
  const outbox = storedOutbox(shelf, visits.scope, Date.now)
  const proven = Boolean(proof().identity || proof().link)
  let sync: Sync | null = null
  let left = false

  const details = () => shelf.read<Details>(`details:${visits.scope}`) ?? {}

  const delivery = startDelivery({
    shelf,
    outbox,
    visits,
    call,
    details,
    opens: () => openTalk(store.get().talks) === undefined,
    sent(entry, receipt, token) {
      if (left) return
      follow({ token })
      const clockAhead = Date.parse(receipt.createdAt) - Date.now()
      store.set({ talks: withReceipt(store.get().talks, entry, receipt), clockAhead })
      sync?.catchUp()
    },
    ask(code) {
      if (!left) store.set({ asking: true, refusal: code === 'details_missing' ? null : code })
    },
    changed: showOutbox,
  })

  function showOutbox() {
    if (left) return
    const entries = outbox.read()
    store.set({ outbox: entries })
    for (const entry of entries) {
      const { talks } = store.get()
      if (entry.receipt && talks.known) store.set({ talks: withReceipt(talks, entry, entry.receipt) })
      if (entry.receipt && Date.now() - entry.at > receiptKept) outbox.remove(entry.key)
    }
  }

  function asksFirst(): boolean {
    const { settings } = store.get()
    if (!settings || proven || visits.stored() || outbox.read().length > 0) return false
    if (shelf.read(`details:${visits.scope}`)) return false
    return settings.askName !== 'no' || settings.askEmail !== 'no'
  }

  async function ensure(): Promise<Visit> {
    const visit = await visits.ensure(details())
    follow(visit)
    return visit
  }

  /** A proven customer's history may already be here, so they are made known at once. */
  async function ensureProven() {
    for (let tries = 1; !left; tries++) {
      try {
        await ensure()
        return
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const final = error.status > 0 && error.status < 500 && error.status !== 429
        if (final) return unproven(error.code)
        await pause(pauseBefore(tries, Math.random()))
      }
    }
  }

  function unproven(code: string) {
    if (left) return
    if (proof().link) linkOver(code)
    else store.set({ refusal: code })
  }

  function follow({ token }: { token: string }) {
    if (left || sync?.token === token) return
    sync?.stop()
    const { socketAddress } = needs
    const started = startSync({ store, call, socketAddress, tokenLost, arrived }, token)
    sync = started
    store.set({ visit: visits.stored() ?? null })
    started.catchUp().then(() => {
      if (store.get().open || store.get().talks.list.length > 0) started.connect()
    })
  }

  function tokenLost(token: string) {
    visits.forget(token)
    if (left || sync?.token !== token) return
    sync.stop()
    sync = null
    store.set({ visit: null, asking: asksFirst() })
    if (proven) ensureProven()
  }

  const arrived: Parameters<typeof startSync>[0]['arrived'] = ({ message }) => {
    const { open, sound } = store.get()
    if (message.by !== 'shop') return
    if (!open) store.set({ preview: message })
    if (sound && (!open || document.visibilityState === 'hidden')) playSound()
  }

  const forgetListener = shelf.onChange((name) => {
    if (outbox.owns(name)) {
      showOutbox()
      delivery.go()
    }
    const visit = name === `visit:${visits.scope}` ? visits.stored() : undefined
    if (visit) follow(visit)
  })

  store.set({ visit: visits.stored() ?? null, preview: null, refusal: null, asking: asksFirst() })
  showOutbox()
  const known = visits.stored()
  if (known) follow(known)
  else if (proven) ensureProven()
  delivery.go()

  return {
    visits,
    outbox,
    delivery,
    sync: () => sync,
    details,
    showOutbox,
    ensure,
    leave() {
      left = true
      forgetListener()
      delivery.stop()
      sync?.stop()
    },
  }
}

/** Sends what was written before the customer was identified, as the visitor who wrote it. */
export function deliverAnonymous({ shelf, call, channelKey }: EngineNeeds): Delivery {
  const visits = openVisits(shelf, call, channelKey, () => ({}))
  const outbox = storedOutbox(shelf, visits.scope, Date.now)
  const nothing = () => {}
  const details = () => shelf.read<Details>(`details:${visits.scope}`) ?? {}
  const delivery = startDelivery({
    shelf,
    outbox,
    visits,
    call,
    details,
    opens: () => false,
    sent: nothing,
    ask: nothing,
    changed: nothing,
  })
  delivery.go()
  return delivery
}
