import type { FileView } from '../../domain/file/endpoints.ts'
import type { RatingGiven } from '../../domain/rating/endpoints.ts'
import { placeAfter, retried } from '../outbox/outbox.ts'
import { currentSource, noteArrival } from '../source/page.ts'
import { nextWant, withOwnRead, withOwnRecall, withRating } from '../talk/talks.ts'
import { type Details, type Proof, scopeOf, type Visit } from '../visit/visits.ts'
import { pause, pauseBefore } from '../wire/backoff.ts'
import { Refused, type Reply } from '../wire/call.ts'
import { type CurrentVisit, deliverAnonymous, type EngineNeeds, enterVisit } from './current-visit.ts'
import type { Delivery } from './delivery.ts'
import { playSound } from './sound.ts'
import type { Store, WidgetState } from './state.ts'

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
  rate(conversation: string, given: RatingGiven): Promise<void>
  /** Asks where an own talk stands in the queue, or leaves it as an offline message. */
  inQueue<K extends 'getQueuePlace' | 'leaveMessage'>(name: K, conversation: string): Promise<Reply<K>>
  give(details: Details): Promise<void>
  visit(): Promise<Visit>
  typing(typing: boolean): void
  markRead(): void
  loadEarlier(): Promise<void>
  dismissPreview(): void
  dismissRefusal(): void
  setSound(on: boolean): void
}

const typingEvery = 3000

export function createEngine(needs: EngineNeeds): Engine {
  const { store, shelf, call, channelKey } = needs
  const arrival = noteArrival()
  let own: { proof: Proof }
  let current: CurrentVisit
  let leftovers: Delivery | undefined
  let typedAt = 0

  function enter(next: Proof) {
    current?.leave()
    leftovers?.stop()
    const held = { proof: next }
    own = held
    current = enterVisit(
      needs,
      () => held.proof,
      (code) => {
        shelf.remove('link')
        enter({})
        store.set({ refusal: code })
      },
    )
    leftovers = next.identity ? deliverAnonymous(needs) : undefined
  }

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
      enter(needs.proof)
    },
    open() {
      store.set({ open: true, preview: null })
      current.sync()?.connect()
    },
    close: () => store.set({ open: false }),
    identify(identity) {
      if (scopeOf({ identity }) === current.visits.scope && current.visits.stored()) own.proof = { identity }
      else enter({ identity })
    },
    reset() {
      const scope = current.visits.scope
      for (const entry of current.outbox.read()) current.outbox.remove(entry.key)
      shelf.remove(`visit:${scope}`)
      shelf.remove(`details:${scope}`)
      enter({})
    },
    send(text, files) {
      const at = placeAfter(current.outbox.read(), Date.now())
      const source = currentSource(arrival)
      current.outbox.save({ key: newKey(), at, text, files, source, state: 'waiting' })
      current.showOutbox()
      typedAt = 0
      current.delivery.go()
    },
    retry(key) {
      const entries = current.outbox.read()
      const entry = entries.find((one) => one.key === key)
      if (!entry) return
      current.outbox.remove(key)
      current.outbox.save(retried(entry, placeAfter(entries, Date.now()), newKey()))
      current.showOutbox()
      current.delivery.go()
    },
    discard(key) {
      current.outbox.remove(key)
      current.showOutbox()
    },
    async recall(conversation, seq, key) {
      const token = current.sync()?.token
      if (!token) return
      try {
        await call('recallVisitorMessage', { token, params: { conversation, key } })
        store.set({ talks: withOwnRecall(store.get().talks, conversation, seq) })
      } catch (error) {
        if (error instanceof Refused) store.set({ refusal: error.code })
      }
    },
    async rate(conversation, body) {
      const token = current.sync()?.token
      const { rating } = await call('rateConversation', { token, params: { conversation }, body })
      store.set({ talks: withRating(store.get().talks, conversation, rating) })
    },
    inQueue: (name, conversation) =>
      call(name, { token: current.sync()?.token, params: { conversation } } as never),
    async give(given) {
      const visit = current.visits.stored()
      if (visit) {
        await call('updateVisitor', { token: visit.token, body: given })
        current.visits.save({ ...visit, name: given.name ?? visit.name, email: given.email ?? visit.email })
        store.set({ visit: current.visits.stored() ?? null })
      }
      shelf.write(`details:${current.visits.scope}`, { ...current.details(), ...given })
      store.set({ asking: false })
      current.delivery.go()
    },
    visit: () => current.ensure(),
    typing(typing) {
      if (typing && Date.now() - typedAt < typingEvery) return
      if (!typing && typedAt === 0) return
      typedAt = typing ? Date.now() : 0
      current.sync()?.sayTyping(typing)
    },
    markRead() {
      const token = current?.sync()?.token
      for (const { info, thread } of store.get().talks.list) {
        const seq = thread?.messages.findLast(({ by }) => by === 'shop')?.seq ?? 0
        if (!token || seq <= info.readSeq) continue
        store.set({ talks: withOwnRead(store.get().talks, info.id, seq) })
        call('markVisitorRead', { token, params: { conversation: info.id }, body: { seq } }).catch(() => {})
      }
    },
    loadEarlier: async () => {
      await current.sync()?.loadEarlier()
      if (nextWant(store.get().talks)) current.sync()?.catchUp()
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
