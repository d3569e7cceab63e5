import type { VisitorFrame, VisitorPush } from '../../domain/live/frames.ts'
import { pauseBefore } from './backoff.ts'

/** The live line to the server. It comes back by itself. */
export interface Connection {
  say(frame: VisitorFrame): void
  close(): void
}

export interface Listening {
  /** The first frame of each connection. */
  hello(): VisitorFrame
  heard(push: VisitorPush): void
  /** `true` once the server has welcomed us, `false` when the line is lost. */
  live(live: boolean): void
}

const pingEvery = 25_000
const deadAfter = 40_000

/** Keeps a socket open at `address` (`wss://…`), with growing pauses between attempts. */
export function keepConnected(address: string, listening: Listening): Connection {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  let heardAt = 0
  let closed = false

  function connect() {
    clearTimeout(timer)
    if (closed || socket) return
    const opened = new WebSocket(address)
    socket = opened
    heardAt = Date.now()
    opened.onopen = () => opened.send(JSON.stringify(listening.hello()))
    opened.onmessage = (event) => {
      if (socket !== opened) return
      heardAt = Date.now()
      const push = read(event.data)
      if (push?.type === 'welcome' || push?.type === 'reset') {
        tries = 0
        listening.live(true)
      }
      if (push) listening.heard(push)
    }
    opened.onclose = () => lose(opened)
  }

  function lose(lost: WebSocket | undefined) {
    if (!lost || socket !== lost) return
    socket = undefined
    lost.onclose = null
    lost.close()
    if (closed) return
    listening.live(false)
    timer = setTimeout(connect, pauseBefore(++tries, Math.random()))
  }

  function hurry() {
    if (socket?.readyState === WebSocket.OPEN) return
    if (socket && Date.now() - heardAt > 5000) lose(socket)
    connect()
  }

  const beat = setInterval(() => {
    if (Date.now() - heardAt > deadAfter) lose(socket)
    else if (socket?.readyState === WebSocket.OPEN) socket.send('{"type":"ping"}')
  }, pingEvery)
  const offline = () => lose(socket)
  const seen = () => document.visibilityState === 'visible' && hurry()
  addEventListener('online', hurry)
  addEventListener('offline', offline)
  document.addEventListener('visibilitychange', seen)
  connect()

  return {
    say(frame) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
    },
    close() {
      closed = true
      clearTimeout(timer)
      clearInterval(beat)
      removeEventListener('online', hurry)
      removeEventListener('offline', offline)
      document.removeEventListener('visibilitychange', seen)
      const last = socket
      socket = undefined
      last?.close()
    },
  }
}

function read(data: unknown): VisitorPush | null {
  try {
    return JSON.parse(String(data)) as VisitorPush
  } catch {
    return null
  }
}
