import type { VisitorPush } from '../../domain/live/frames.ts'
import {
  nextWant,
  noTalks,
  openTalk,
  type Talks,
  withList,
  withOlder,
  withoutTalk,
  withPage,
  withPush,
} from '../talk/talks.ts'
import { pause, pauseBefore } from '../wire/backoff.ts'
import { type Call, Refused } from '../wire/call.ts'
import { type Connection, keepConnected } from '../wire/connection.ts'
import type { Store, WidgetState } from './state.ts'

/** Keeps the talks as the server has them, for one visitor's token. */
export interface Sync {
  readonly token: string
  /** Reads whatever may be missing. */
  catchUp(): Promise<void>
  /** Opens the live line if it is not open. */
  connect(): void
  loadEarlier(): Promise<void>
  sayTyping(typing: boolean): void
  stop(): void
}

export interface SyncNeeds {
  store: Store<WidgetState>
  call: Call
  /** `wss://shop.example/api/widget/socket` */
  socketAddress: string
  /** The server no longer knows the token. */
  tokenLost(token: string): void
  /** A message of the shop has come over the live line. */
  arrived(push: Extract<VisitorPush, { type: 'message' }>): void
}

const lookEvery = 12_000
const typingFades = 8000

export function startSync(needs: SyncNeeds, token: string): Sync {
  const { store, call } = needs
  let stopped = false
  let reading: Promise<void> | null = null
  let connection: Connection | null = null
  let typingTimer: ReturnType<typeof setTimeout> | undefined

  const change = (talks: Talks) => {
    if (!stopped) store.set({ talks })
  }

  function catchUp(): Promise<void> {
    reading ??= readAll().finally(() => {
      reading = null
      if (!stopped && nextWant(store.get().talks)) catchUp()
    })
    return reading
  }

  async function readAll(): Promise<void> {
    for (let tries = 0; !stopped; ) {
      const want = nextWant(store.get().talks)
      if (!want) return
      try {
        if (want.what === 'list') {
          const reply = await call('listVisitorConversations', { token })
          change(withList(store.get().talks, reply))
        } else {
          const { conversation } = want
          const query = want.what === 'after' ? { after: want.after } : {}
          const page = await call('listVisitorMessages', { token, params: { conversation }, query })
          change(withPage(store.get().talks, want, page))
        }
        tries = 0
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        if (error.status === 401) return needs.tokenLost(token)
        if (error.status === 404 && want.what !== 'list') {
          change(withoutTalk(store.get().talks, want.conversation))
          continue
        }
        await pause(pauseBefore(++tries, Math.random()))
      }
    }
  }

  function heard(push: VisitorPush) {
    if (stopped) return
    if (push.type === 'refused') return needs.tokenLost(token)
    if (push.type === 'typing') return showTyping(push.typing)
    change(withPush(store.get().talks, push))
    if (push.type === 'message' && push.message.by !== 'me') {
      showTyping(false)
      needs.arrived(push)
    }
    if (nextWant(store.get().talks)) catchUp()
  }

  function showTyping(typing: boolean) {
    clearTimeout(typingTimer)
    store.set({ shopTypes: typing })
    if (typing) typingTimer = setTimeout(() => store.set({ shopTypes: false }), typingFades)
  }

  function connect() {
    if (connection || stopped) return
    connection = keepConnected(needs.socketAddress, {
      hello: () => ({ type: 'hello', token, since: store.get().talks.position ?? undefined }),
      heard,
      live: (live) => {
        store.set({ line: live ? 'live' : 'lost' })
        if (!live) showTyping(false)
      },
    })
  }

  // Where sockets do not get through, reading from time to time is better than silence.
  const look = setInterval(() => {
    const { line, open, talks } = store.get()
    if (line !== 'lost' || !open || !navigator.onLine) return
    change({ ...talks, stale: true })
    catchUp()
  }, lookEvery)

  async function loadEarlier(): Promise<void> {
    const before = earlierThan(store.get().talks)
    if (!before || store.get().loadingEarlier) return
    store.set({ loadingEarlier: true })
    try {
      const { conversation, seq } = before
      const query = seq === null ? {} : { before: seq }
      const page = await call('listVisitorMessages', { token, params: { conversation }, query })
      const { talks } = store.get()
      change(
        seq === null
          ? withPage(talks, { what: 'latest', conversation }, page)
          : withOlder(talks, conversation, page),
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      store.set({ refusal: error.code })
    } finally {
      store.set({ loadingEarlier: false })
    }
  }

  return {
    token,
    catchUp,
    connect,
    loadEarlier,
    sayTyping(typing) {
      const talk = openTalk(store.get().talks)
      if (talk) connection?.say({ type: 'typing', conversation: talk.info.id, typing })
    },
    stop() {
      stopped = true
      clearInterval(look)
      clearTimeout(typingTimer)
      connection?.close()
      store.set({ talks: noTalks, line: 'idle', shopTypes: false })
    },
  }
}

/** Where older messages are: before a number of a talk, or (null) a talk not read yet. */
export function earlierThan(talks: Talks): { conversation: string; seq: number | null } | null {
  for (const { info, thread } of talks.list.toReversed()) {
    if (!thread) return { conversation: info.id, seq: null }
    if (thread.earlier) return { conversation: info.id, seq: thread.messages[0]?.seq ?? null }
  }
  return null
}
