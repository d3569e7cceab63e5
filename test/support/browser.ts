import type { FastifyInstance } from 'fastify'
import { api } from '../../domain/api.ts'
import { type Client, createClient } from '../../domain/client.ts'

/** A browser at the server's door: keeps cookies, and speaks through the typed client. */
export interface Browser {
  readonly client: Client<typeof api>
  /** Name to value, as the server set them. */
  readonly cookies: Map<string, string>
  /** The raw `Set-Cookie` lines of the last reply. */
  lastSetCookies: string[]
}

/** Opens a browser without cookies. `address` is where it comes from. */
export function openBrowser(app: FastifyInstance, address = '192.0.2.1'): Browser {
  const cookies = new Map<string, string>()
  const browser: Browser = {
    cookies,
    lastSetCookies: [],
    client: createClient(api, async ({ method, path, body, headers }) => {
      const reply = await app.inject({
        method: method as 'GET',
        url: path,
        remoteAddress: address,
        headers: {
          ...headers,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'user-agent': 'A browser',
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      browser.lastSetCookies = [reply.headers['set-cookie'] ?? []].flat()
      for (const line of browser.lastSetCookies) keepCookie(cookies, line)
      return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() }
    }),
  }
  return browser
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
  if (/max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
