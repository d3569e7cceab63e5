import type { FileView } from '../../domain/file/endpoints.ts'
import { placeAfter, retried } from '../outbox/outbox.ts'
import { type StoredOutbox, storedOutbox } from '../outbox/stored-outbox.ts'
import { currentSource, noteArrival } from '../source/page.ts'
import { nextWant, withOwnRead, withOwnRecall, withReceipt } from '../talk/talks.ts'
import type { Shelf } from '../visit/shelf.ts'
import { type Details, openVisits, type Proof, scopeOf, type Visit, type Visits } from '../visit/visits.ts'
import { pause, pauseBefore } from '../wire/backoff.ts'
import { type Call, Refused } from '../wire/call.ts'
import { type Delivery, startDelivery } from './delivery.ts'
import { playSound } from './sound.ts'
import type { Store, WidgetState } from './state.ts'
import { type Sync, startSync } from './sync.ts'

/** All that the screen and the page may ask for. */
export interface Engine {
  readonly store: Store<WidgetState>
  start(): Promise<void>
  open(): void
  close(): void
  identify(identity: string): void
  reset(): void
  send(text: string, files: FileView[]): void
  retry(key: string): void
  discard(key: string): void
  recall(conversation: string, seq: number, key: string): Promise<void>
  give(details: Details): Promise<void>
  visit(): Promise<Visit>
  typing(typing: boolean): void
  markRead(): void
  loadEarlier(): Promise<void>
  dismissPreview(): void
  dismissRefusal(): void
  setSound(on: boolean): void
}

export interface EngineNeeds {
  store: Store<WidgetState>
  shelf: Shelf
  call: Call
  channelKey: string
  socketAddress: string
  proof: Proof
}

const typingEvery = 3000

export function createEngine(needs: EngineNeeds): Engine {
  const { store, shelf, call, channelKey } = needs
  const arrival = noteArrival()
  let proof = needs.proof
  let visits: Visits
  let outbox: StoredOutbox
  let delivery: Delivery
  let sync: Sync | null = null
  let typedAt = 0

  function enter(next: Proof) {
    sync?.stop()
    sync = null
    delivery?.stop()
    proof = next
    visits = openVisits(shelf, call, channelKey, () => proof)
    outbox = storedOutbox(shelf, visits.scope, Date.now)
    delivery = startDelivery({
      shelf,
      outbox,
      visits,
      call,
      details,
      sent: (entry, receipt, token) => {
        follow({ token })
        store.set({
          talks: withReceipt(store.get().talks, entry, receipt),
          clockAhead: Date.parse(receipt.createdAt) - Date.now(),
        })
        sync?.catchUp()
      },
      ask: (code) => store.set({ asking: true, refusal: code === 'details_missing' ? null : code }),
      changed: showOutbox,
    })
    store.set({ visit: visits.stored() ?? null, preview: null, refusal: null, asking: asksFirst() })
    showOutbox()
    resume()
  }

  const details = () => shelf.read<Details>(`details:${visits.scope}`) ?? {}

  function asksFirst(): boolean {
    const { settings } = store.get()
    const visit = visits.stored()
    if (!settings || visit || outbox.read().length > 0 || proof.identity || proof.link) return false
    if (shelf.read(`details:${visits.scope}`)) return false
    return settings.askName !== 'no' || settings.askEmail !== 'no'
  }

  function showOutbox() {
    const entries = outbox.read()
    store.set({ outbox: entries })
    for (const entry of entries) {
      const { talks } = store.get()
      if (entry.receipt && talks.known) store.set({ talks: withReceipt(talks, entry, entry.receipt) })
      if (entry.receipt && Date.now() - entry.at > 60_000) outbox.remove(entry.key)
    }
  }

  /** Follows a stored visitor, and makes one for a customer whose history may already be here. */
  async function resume() {
    const mine = visits
    const known = mine.stored()
    if (known) follow(known)
    else if (proof.identity || proof.link) await ensureProven(mine)
    delivery.go()
  }

  async function ensureProven(mine: Visits) {
    for (let tries = 1; mine === visits; tries++) {
      try {
        return follow(await mine.ensure(details()))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        if (error.status > 0 && error.status < 500 && error.status !== 429) return unproven(error.code)
        await pause(pauseBefore(tries, Math.random()))
      }
    }
  }

  /** A mailed link that no longer holds leaves an anonymous visitor; a wrong identity is for the shop to mend. */
  function unproven(code: string) {
    if (proof.link) {
      shelf.remove('link')
      enter({})
    }
    store.set({ refusal: code })
  }

  function follow({ token }: { token: string }) {
    if (sync?.token === token) return
    sync?.stop()
    const { socketAddress } = needs
    sync = startSync({ store, call, socketAddress, tokenLost, arrived }, token)
    store.set({ visit: visits.stored() ?? null })
    const started = sync
    started.catchUp().then(() => {
      if (store.get().open || store.get().talks.list.length > 0) started.connect()
    })
  }

  function tokenLost(token: string) {
    visits.forget(token)
    if (sync?.token === token) {
      sync.stop()
      sync = null
      store.set({ visit: null, asking: asksFirst() })
      if (proof.identity || proof.link) ensureProven(visits)
    }
  }

  const arrived: Parameters<typeof startSync>[0]['arrived'] = ({ message }) => {
    const { open, sound } = store.get()
    if (message.by !== 'shop') return
    if (!open) store.set({ preview: message })
    if (sound && (!open || document.visibilityState === 'hidden')) playSound()
  }

  shelf.onChange((name) => {
    if (outbox.owns(name)) {
      showOutbox()
      delivery.go()
    }
    if (name === `visit:${visits.scope}`) {
      const visit = visits.stored()
      if (visit) follow(visit)
    }
  })

  return {
    store,
    async start() {
      store.set({ sound: shelf.read<boolean>('sound') ?? false })
      for (let tries = 1; ; tries++) {
        try {
          store.set({ settings: await call('getWidgetSettings', { params: { channelKey } }) })
          break
        } catch (error) {
          if (!(error instanceof Refused) || (error.status > 0 && error.status < 429)) throw error
          await pause(pauseBefore(tries, Math.random()))
        }
      }
      enter(proof)
    },
    open() {
      store.set({ open: true, preview: null })
      sync?.connect()
    },
    close: () => store.set({ open: false }),
    identify(identity) {
      if (scopeOf({ identity }) === visits.scope && visits.stored()) proof = { identity }
      else enter({ identity })
    },
    reset() {
      const scope = visits.scope
      for (const entry of outbox.read()) outbox.remove(entry.key)
      shelf.remove(`visit:${scope}`)
      shelf.remove(`details:${scope}`)
      enter({})
    },
    send(text, files) {
      const at = placeAfter(outbox.read(), Date.now())
      const source = currentSource(arrival)
      outbox.save({ key: newKey(), at, text, files, source, state: 'waiting' })
      showOutbox()
      typedAt = 0
      delivery.go()
    },
    retry(key) {
      const entries = outbox.read()
      const entry = entries.find((one) => one.key === key)
      if (!entry) return
      outbox.remove(key)
      outbox.save(retried(entry, placeAfter(entries, Date.now()), newKey()))
      showOutbox()
      delivery.go()
    },
    discard(key) {
      outbox.remove(key)
      showOutbox()
    },
    async recall(conversation, seq, key) {
      if (!sync) return
      try {
        await call('recallVisitorMessage', { token: sync.token, params: { conversation, key } })
        store.set({ talks: withOwnRecall(store.get().talks, conversation, seq) })
      } catch (error) {
        if (error instanceof Refused) store.set({ refusal: error.code })
      }
    },
    async give(given) {
      const visit = visits.stored()
      if (visit) {
        await call('updateVisitor', { token: visit.token, body: given })
        visits.save({ ...visit, name: given.name ?? visit.name, email: given.email ?? visit.email })
        store.set({ visit: visits.stored() ?? null })
      }
      shelf.write(`details:${visits.scope}`, { ...details(), ...given })
      store.set({ asking: false })
      delivery.go()
    },
    async visit() {
      const visit = await visits.ensure(details())
      follow(visit)
      return visit
    },
    typing(typing) {
      if (typing && Date.now() - typedAt < typingEvery) return
      if (!typing && typedAt === 0) return
      typedAt = typing ? Date.now() : 0
      sync?.sayTyping(typing)
    },
    markRead() {
      const { talks } = store.get()
      for (const { info, thread } of talks.list) {
        const seq = thread?.messages.findLast(({ by }) => by === 'shop')?.seq ?? 0
        if (!sync || seq <= info.readSeq) continue
        store.set({ talks: withOwnRead(store.get().talks, info.id, seq) })
        const { token } = sync
        call('markVisitorRead', { token, params: { conversation: info.id }, body: { seq } }).catch(() => {})
      }
    },
    loadEarlier: async () => {
      await sync?.loadEarlier()
      if (nextWant(store.get().talks)) sync?.catchUp()
    },
    dismissPreview: () => store.set({ preview: null }),
    dismissRefusal: () => store.set({ refusal: null }),
    setSound(on) {
      shelf.write('sound', on)
      store.set({ sound: on })
      if (on) playSound()
    },
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
