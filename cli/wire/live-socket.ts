import { WebSocket } from 'ws'
import { Resume, type ResumeFrame } from '../../domain/live/resume.ts'

/** What every push has in common: its kind and perhaps the place in the log. */
interface Push {
  readonly type: string
  readonly position?: string
}

export interface LiveSocket {
  /** Sends a frame, if the socket is open. It does not survive a break. */
  send(frame: object): void
  /** Hears of a conversation from a place on, also after every break, until it is unwatched. */
  watch(conversationId: number, since: string): void
  unwatch(conversationId: number): void
  close(): void
}

export interface LiveSocketOptions<P extends Push> {
  /** `http://127.0.0.1:3000/api/socket`. */
  readonly url: string
  readonly headers: () => Record<string, string>
  /** The frame to begin with whenever the socket opens (again); `since` is where to resume. */
  readonly hello: (since: string | undefined) => object
  readonly onPush: (push: P) => void
  /** Called when the server refuses the handshake, with its HTTP status. */
  readonly onRefused?: (status: number) => void
}

/** Pause before a socket that broke is opened again, in milliseconds. */
const reopenAfter = 150
const pingEvery = 20_000

/** A socket that opens itself again and resumes where it was. Resolves when the first push has come. */
export function openLiveSocket<P extends Push>(options: LiveSocketOptions<P>): Promise<LiveSocket> {
  const url = options.url.replace(/^http/, 'ws')
  const resume = new Resume()
  let closed = false
  let socket: WebSocket | undefined
  let opened: (live: LiveSocket) => void = () => undefined

  const live: LiveSocket = {
    send: (frame) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
    },
    watch: (conversationId, since) => say(...resume.watch(conversationId, since)),
    unwatch: (conversationId) => say(resume.unwatch(conversationId)),
    close: () => {
      closed = true
      clearInterval(ping)
      socket?.terminate()
    },
  }
  const say = (...frames: ResumeFrame[]) => {
    for (const frame of frames) live.send(frame)
  }
  const ping = setInterval(() => say(resume.ping()), pingEvery)

  const open = () => {
    if (closed) return
    const next = new WebSocket(url, { headers: options.headers(), perMessageDeflate: false })
    socket = next
    next.on('open', () => {
      live.send(options.hello(resume.place()))
      say(...resume.opened())
    })
    next.on('message', (data) => {
      const push = JSON.parse(String(data)) as P
      resume.heard(push)
      options.onPush(push)
      opened(live)
    })
    next.on('unexpected-response', (_, response) => {
      options.onRefused?.(response.statusCode ?? 0)
      next.terminate()
    })
    next.on('error', () => undefined)
    next.on('close', () => setTimeout(open, reopenAfter))
  }
  return new Promise((resolve) => {
    opened = resolve
    open()
  })
}
