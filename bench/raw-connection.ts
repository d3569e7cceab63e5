import { createConnection, type Socket } from 'node:net'

export interface RawReply {
  readonly status: number
  readonly body: string
}

/** One kept HTTP connection that sends ready-made requests, one after the other; costs next to nothing. */
export class RawConnection {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #answer: ((reply: RawReply) => void) | undefined
  #fail: ((error: Error) => void) | undefined

  constructor(port: number) {
    this.#socket = createConnection({ host: '127.0.0.1', port, noDelay: true })
    this.#socket.on('data', (part: Buffer) => this.#read(part))
    this.#socket.on('error', (error) => this.#fail?.(error))
    this.#socket.on('close', () => this.#fail?.(new Error('The connection was closed.')))
  }

  /** Sends a whole request (`rawRequest`) and resolves with its reply. */
  send(request: string): Promise<RawReply> {
    return new Promise((resolve, reject) => {
      this.#answer = resolve
      this.#fail = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#fail = undefined
    this.#socket.destroy()
  }

  #read(part: Buffer): void {
    this.#received = this.#received.length === 0 ? part : Buffer.concat([this.#received, part])
    const head = this.#received.indexOf('\r\n\r\n')
    if (head < 0) return
    const lines = this.#received.toString('latin1', 0, head)
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(lines)?.[1] ?? 0)
    const end = head + 4 + length
    if (this.#received.length < end) return
    const reply = { status: Number(lines.slice(9, 12)), body: this.#received.toString('utf8', head + 4, end) }
    this.#received = this.#received.subarray(end)
    this.#answer?.(reply)
  }
}

/** A whole HTTP request as text. */
export function rawRequest(
  method: 'GET' | 'POST',
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): string {
  const json = body === undefined ? '' : JSON.stringify(body)
  const all = {
    host: '127.0.0.1',
    ...headers,
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(json)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${json}`
}
