import { WebSocket } from 'ws'

/** What every push has in common: its kind and perhaps the place in the log. */
interface Push {
  readonly type: string
  readonly position?: string
}

export interface LiveSocket {
  /** Sends a frame, if the socket is open. What must survive a break belongs into `greet`. */
  send(frame: object): void
  /** The last place in the log that was seen. */
  position(): string | undefined
  close(): void
}

export interface LiveSocketOptions<P extends Push> {
  /** `http://127.0.0.1:3000/api/socket`. */
  readonly url: string
  readonly headers: () => Record<string, string>
  /** Frames to send whenever the socket opens (again); `since` is where to resume. */
  readonly greet: (since: string | undefined) => object[]
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
  let position: string | undefined
  let closed = false
  let socket: WebSocket | undefined
  let opened: (live: LiveSocket) => void = () => undefined

  const live: LiveSocket = {
    send: (frame) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
    },
    position: () => position,
    close: () => {
      closed = true
      clearInterval(ping)
      socket?.terminate()
    },
  }
  const ping = setInterval(() => live.send({ type: 'ping' }), pingEvery)

  const open = () => {
    if (closed) return
    const next = new WebSocket(url, { headers: options.headers(), perMessageDeflate: false })
    socket = next
    next.on('open', () => {
      for (const frame of options.greet(position)) live.send(frame)
    })
    next.on('message', (data) => {
      const push = JSON.parse(String(data)) as P
      if (push.position) position = push.position
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
