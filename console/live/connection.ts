import ReconnectingWebSocket from 'partysocket/ws'
import { type StaffFrame, type StaffPush, staffPush } from '../../domain/live/frames.ts'

/** How often we ask whether the other end is there, and how long silence may last, in milliseconds. */
const pingEvery = 20_000
const silenceMax = 45_000

interface Hearing {
  /** The line is open again: say hello and what is watched. */
  opened: () => void
  closed: () => void
  pushed: (push: StaffPush) => void
  /** It is time to ask whether the other end is there. */
  beat: () => void
}

export interface Connection {
  send: (frame: StaffFrame) => void
  close: () => void
}

/** One socket that opens itself again after every break, with growing pauses, and notices a silent one. */
export function connect(hearing: Hearing): Connection {
  const socket = new ReconnectingWebSocket(address(), [], {
    minReconnectionDelay: 500,
    maxReconnectionDelay: 10_000,
    connectionTimeout: 8_000,
    maxEnqueuedMessages: 0,
  })
  let heardAt = Date.now()
  socket.addEventListener('open', () => {
    heardAt = Date.now()
    hearing.opened()
  })
  socket.addEventListener('close', () => hearing.closed())
  socket.addEventListener('message', (event) => {
    heardAt = Date.now()
    const push = read(event.data)
    if (push) hearing.pushed(push)
  })
  const send = (frame: StaffFrame) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
  }
  const heartbeat = setInterval(() => {
    if (socket.readyState !== socket.OPEN) return
    if (Date.now() - heardAt > silenceMax) socket.reconnect()
    else hearing.beat()
  }, pingEvery)
  const again = () => socket.reconnect()
  const gone = () => hearing.closed()
  window.addEventListener('online', again)
  window.addEventListener('offline', gone)
  return {
    send,
    close: () => {
      clearInterval(heartbeat)
      window.removeEventListener('online', again)
      window.removeEventListener('offline', gone)
      socket.close()
    },
  }
}

function address(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/socket`
}

/** A frame as declared; anything else is left alone, so that a newer server does not break an older page. */
function read(data: unknown): StaffPush | null {
  if (typeof data !== 'string') return null
  try {
    const parsed = staffPush.safeParse(JSON.parse(data))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
