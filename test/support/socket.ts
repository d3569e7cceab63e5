import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { StaffFrame, StaffPush, VisitorFrame, VisitorPush } from '../../domain/live/frames.ts'
import type { Caller } from './app.ts'

/** A socket of a test: keeps what it hears. */
export interface Listener<Push extends { type: string }, Frame> {
  /** Everything heard so far. */
  readonly heard: Push[]
  send(frame: Frame): void
  /** The first push (heard already or to come) that is of this type and fits. */
  next<T extends Push['type']>(
    type: T,
    fits?: (push: Extract<Push, { type: T }>) => boolean,
  ): Promise<Extract<Push, { type: T }>>
  /** Resolves with the code when the server (or `leave`) has closed it. */
  readonly closed: Promise<number>
  leave(): Promise<number>
  readonly socket: WebSocket
}

export type StaffListener = Listener<StaffPush, StaffFrame>
export type VisitorListener = Listener<VisitorPush, VisitorFrame>

/** Opens the staff socket with somebody's cookie; says hello unless `hello` is false. */
export async function listenAsStaff(
  url: string,
  who: Caller,
  options: { since?: string; hello?: boolean; origin?: string } = {},
): Promise<StaffListener> {
  const headers = { cookie: who.headers.cookie ?? '', origin: options.origin ?? url }
  const listener = await open<StaffPush, StaffFrame>(`${url}/api/socket`, headers)
  if (options.hello === false) return listener
  listener.send({ type: 'hello', ...(options.since ? { since: options.since } : {}) })
  await listener.next('welcome')
  return listener
}

/** Opens the widget's socket with a visitor's token; says hello unless `hello` is false. */
export async function listenAsVisitor(
  url: string,
  who: Caller,
  options: { since?: string; hello?: boolean } = {},
): Promise<VisitorListener> {
  const listener = await open<VisitorPush, VisitorFrame>(`${url}/api/widget/socket`, {})
  if (options.hello === false) return listener
  const token = who.headers.authorization?.slice('Bearer '.length) ?? ''
  listener.send({ type: 'hello', token, ...(options.since ? { since: options.since } : {}) })
  await listener.next('welcome')
  return listener
}

async function open<Push extends { type: string }, Frame>(
  address: string,
  headers: Record<string, string>,
): Promise<Listener<Push, Frame>> {
  const socket = new WebSocket(address.replace(/^http/, 'ws'), { headers, perMessageDeflate: false })
  const heard: Push[] = []
  const waiting = new Set<(push: Push) => void>()
  socket.on('message', (data) => {
    const push = JSON.parse(String(data)) as Push
    heard.push(push)
    for (const look of waiting) look(push)
  })
  socket.on('error', () => {})
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await once(socket, 'open')
  return {
    heard,
    socket,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    next: (type, fits = () => true) => {
      type Wanted = Extract<Push, { type: typeof type }>
      const isWanted = (push: Push): push is Wanted => push.type === type && fits(push as Wanted)
      const already = heard.find(isWanted)
      if (already) return Promise.resolve(already)
      return new Promise((resolve) => {
        const look = (push: Push) => {
          if (!isWanted(push)) return
          waiting.delete(look)
          resolve(push)
        }
        waiting.add(look)
      })
    },
    leave: () => {
      socket.terminate()
      return closed
    },
  }
}
