import { type Api, api } from '../../domain/api.ts'
import {
  type Client,
  createClient,
  type Send,
  type WireReply,
  type WireRequest,
} from '../../domain/client.ts'
import { hearSignedOut } from './signed-out.ts'

/** Writes by people not signed in: the server keeps no key for them, so they are sent once only. */
const unkeyed = /^\/api\/(sign-in|installation|password\/(forgot|reset)|invitations\/(read|accept))/
/** How often a write that did not reach the server is sent again, in milliseconds of waiting before each. */
const pauses = [400, 1200]

/** The server, called as the signed-in person. Refusals throw `CallRefused`; status 0 means not reached. */
export const client: Client<Api> = createClient(api, send)

async function send(request: WireRequest): ReturnType<Send> {
  const reply = await sendPatiently(withKey(request))
  if (reply.status === 401 && codeOf(reply) === 'sign_in_needed' && request.path !== '/api/me')
    hearSignedOut()
  return reply
}

/** Every write carries a key, so that sending it again after a broken connection does nothing twice. */
function withKey(request: WireRequest): WireRequest {
  if (request.method === 'GET' || request.headers['idempotency-key']) return request
  return { ...request, headers: { ...request.headers, 'idempotency-key': newKey() } }
}

/** A fresh key for one write: 128 random bits in hexadecimal. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function sendPatiently(request: WireRequest): Promise<WireReply> {
  for (const pause of pauses) {
    const reply = await sendOnce(request)
    const once = request.method === 'GET' || unkeyed.test(request.path) || !navigator.onLine
    if (reply.status !== 0 || once) return reply
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return sendOnce(request)
}

async function sendOnce(request: WireRequest): Promise<WireReply> {
  const json: Record<string, string> =
    request.body === undefined ? {} : { 'content-type': 'application/json' }
  try {
    const response = await fetch(request.path, {
      method: request.method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...json, ...request.headers },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    })
    return { status: response.status, body: await bodyOf(response) }
  } catch {
    return { status: 0, body: null }
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

function codeOf(reply: WireReply): string | undefined {
  return (reply.body as { error?: { code?: string } } | null)?.error?.code
}
