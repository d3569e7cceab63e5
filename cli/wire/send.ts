import { Agent, request } from 'node:http'
import type { Send, WireReply, WireRequest } from '../../domain/client.ts'

/** One caller of the server: keeps its cookies, or carries a visitor's token. */
export interface Wire {
  /** `http://127.0.0.1:3000`, without a slash at the end. */
  readonly base: string
  readonly send: Send
  /** The cookies as the server set them, for a socket's handshake. */
  cookie(): string
  /** From now on sends this visitor's token. */
  carryToken(token: string): void
}

export interface WireOptions {
  /** The address this caller has for the server (`X-Forwarded-For`), where the server trusts us. */
  readonly address?: string
  /** After how long without an answer the server counts as not reached, in milliseconds. */
  readonly patience?: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

/** A caller over plain HTTP on kept connections. A server that is not reached answers status 0. */
export function openWire(base: string, options: WireOptions = {}): Wire {
  const cookies = new Map<string, string>()
  let token: string | null = null
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  const headers = (asked: WireRequest, body: string | undefined): Record<string, string> => ({
    ...asked.headers,
    origin: base,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(cookies.size > 0 ? { cookie: cookie() } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(options.address ? { 'x-forwarded-for': options.address } : {}),
  })

  const send: Send = (asked) =>
    new Promise((resolve) => {
      const body = asked.method === 'GET' ? undefined : JSON.stringify(asked.body ?? {})
      const unreached = () => resolve({ status: 0, body: null })
      const call = request(base + asked.path, { agent, method: asked.method, headers: headers(asked, body) })
      call.setTimeout(options.patience ?? 15_000, () => call.destroy(new Error('no answer in time')))
      call.on('error', unreached)
      call.on('response', (response) => {
        for (const line of response.headers['set-cookie'] ?? []) keepCookie(cookies, line)
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('error', unreached)
        response.on('end', () => resolve(replyOf(response.statusCode ?? 0, text)))
      })
      call.end(body)
    })

  return {
    base,
    send,
    cookie,
    carryToken: (next) => {
      token = next
    },
  }
}

function replyOf(status: number, text: string): WireReply {
  try {
    return { status, body: text === '' ? null : JSON.parse(text) }
  } catch {
    return { status: 0, body: null }
  }
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const pair = line.split(';')[0] ?? ''
  const at = pair.indexOf('=')
  const value = pair.slice(at + 1)
  if (value === '' || /;\s*max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), value)
}
