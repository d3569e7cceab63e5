import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressHeader } from './auth.ts'

/** What better-auth learns of a request: cookies, browser, and the address as far as proxies are trusted. */
export function authHeaders(request: FastifyRequest): Headers {
  const headers = new Headers({ [addressHeader]: request.ip })
  const { cookie, 'user-agent': browser } = request.headers
  if (cookie) headers.set('cookie', cookie)
  if (browser) headers.set('user-agent', browser)
  return headers
}

/** The same without these cookies. */
export function withoutCookie(headers: Headers, name: string): Headers {
  const others = (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .filter((pair) => !pair.startsWith(`${name}=`))
    .join('; ')
  const result = new Headers(headers)
  result.set('cookie', others)
  return result
}

/** The value of a cookie as the browser sent it. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const pair = (header ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

/** Hands the cookies that better-auth sets on to the browser. */
export function passCookies(from: Headers, reply: FastifyReply): void {
  const cookies = from.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}
