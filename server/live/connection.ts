import type { WebSocket } from 'ws'
import type { Connection } from '../platform/socket/hub.ts'

/** Unsent bytes beyond which a socket is too slow: it is cut and resumes from the log. */
const mostUnsent = 4 * 1024 * 1024
/** Frames a client may send in ten seconds. */
const mostFrames = 200
const frameWindowMs = 10_000
const heartbeatMs = 30_000
const helloMs = 15_000

/** One client's socket: heartbeat, backpressure, and a limit on what it may send. */
export class SocketConnection implements Connection {
  readonly #socket: WebSocket
  #alive = true
  #frames = 0
  #windowEnds = 0
  #greeted = false
  #held: string[] | null = null
  readonly #timers: NodeJS.Timeout[]

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('pong', () => {
      this.#alive = true
    })
    socket.on('error', () => socket.terminate())
    this.#timers = [
      setInterval(() => this.#beat(), heartbeatMs).unref(),
      setTimeout(() => !this.#greeted && this.close(4408, 'hello expected'), helloMs).unref(),
    ]
    socket.on('close', () => {
      for (const timer of this.#timers) clearInterval(timer)
    })
  }

  /** False once it is closed or closing: nothing more reaches it. */
  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /**
   * Tells a client what it missed: what happens meanwhile is held back until that is said, so that each place in
   * the log it hears of is one to resume from.
   */
  async catchUp(tell: (say: (frame: string) => void) => Promise<void>): Promise<void> {
    const held: string[] = []
    this.#held = held
    try {
      await tell((frame) => this.#transmit(frame))
    } finally {
      this.#held = null
      for (const frame of held) this.#transmit(frame)
    }
  }

  send(frame: string): void {
    if (this.#held) this.#held.push(frame)
    else this.#transmit(frame)
  }

  #transmit(frame: string): void {
    if (!this.open) return
    if (this.#socket.bufferedAmount > mostUnsent) {
      this.#socket.terminate()
      return
    }
    this.#socket.send(frame)
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  greeted(): void {
    this.#greeted = true
  }

  onClose(run: () => void): void {
    this.#socket.on('close', run)
  }

  /** Frames as text; a client that sends too many is cut. Replies of a frame are in order. */
  onFrame(run: (text: string) => Promise<void>, onFault: (error: unknown) => void): void {
    let before: Promise<void> = Promise.resolve()
    this.#socket.on('message', (data: Buffer, binary: boolean) => {
      this.#alive = true
      if (binary || !this.#mayRead()) {
        this.close(4429, 'too many frames')
        return
      }
      const text = data.toString('utf8')
      before = before.then(() => (this.open ? run(text) : undefined)).catch(onFault)
    })
  }

  #mayRead(): boolean {
    const now = performance.now()
    if (now > this.#windowEnds) {
      this.#windowEnds = now + frameWindowMs
      this.#frames = 0
    }
    this.#frames++
    return this.#frames <= mostFrames
  }

  #beat(): void {
    if (!this.#alive) {
      this.#socket.terminate()
      return
    }
    this.#alive = false
    this.#socket.ping()
  }
}
