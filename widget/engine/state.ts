import type { VisitorMessage } from '../../domain/widget/endpoints.ts'
import type { OutboxEntry } from '../outbox/outbox.ts'
import { noTalks, type Talks } from '../talk/talks.ts'
import type { Visit } from '../visit/visits.ts'
import type { Reply } from '../wire/call.ts'

export type Settings = Reply<'getWidgetSettings'>

/** Everything the screen is drawn from. */
export interface WidgetState {
  readonly settings: Settings | null
  readonly open: boolean
  readonly visit: Visit | null
  readonly talks: Talks
  readonly outbox: readonly OutboxEntry[]
  /** The live line; `idle` while none is needed. */
  readonly line: 'idle' | 'live' | 'lost'
  readonly shopTypes: boolean
  /** The form for name and mail address stands in the composer's place. */
  readonly asking: boolean
  /** Code of something that was refused, to be said to the visitor. */
  readonly refusal: string | null
  /** A new message shown beside the closed button. */
  readonly preview: VisitorMessage | null
  readonly sound: boolean
  readonly loadingEarlier: boolean
  /** The server's clock less this computer's, in milliseconds. */
  readonly clockAhead: number
}

export const firstState: WidgetState = {
  settings: null,
  open: false,
  visit: null,
  talks: noTalks,
  outbox: [],
  line: 'idle',
  shopTypes: false,
  asking: false,
  refusal: null,
  preview: null,
  sound: false,
  loadingEarlier: false,
  clockAhead: 0,
}

/** One value that the screen and the engine share. */
export interface Store<S> {
  get(): S
  set(change: Partial<S>): void
  subscribe(listener: () => void): () => void
}

export function createStore<S extends object>(first: S): Store<S> {
  let state = first
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
