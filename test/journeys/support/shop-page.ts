import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of the shop itself, on an origin of its own. */
export interface ShopPage {
  /** The page in this language. */
  url(language: string): string
  close(): Promise<void>
}

/** Serves a page of the shop with this tag in it. */
export async function openShopPage(tag: string): Promise<ShopPage> {
  const server = createServer((request, reply) => {
    const language = new URL(request.url ?? '/', 'http://shop.example').searchParams.get('lang') ?? 'en'
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.end(html(tag, language))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (language) => `http://127.0.0.1:${port}/lantern?lang=${language}&utm_source=newsletter`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function html(tag: string, language: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Paper lantern, 40 cm</title><link rel="icon" href="data:,"></head>
<body><main><h1>Paper lantern, 40 cm</h1><p>Warm light for long evenings.</p></main>${tag}</body>
</html>`
}
