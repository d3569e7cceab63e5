import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '../../../domain/errors.ts'

const month = 30 * 86_400_000

/** The console's scripts and styles: files that never change, without the headers that browsers heed on pages. */
export async function serveAssets(app: FastifyInstance, folder: string): Promise<void> {
  const consoleFolder = join(folder, 'console')
  await app.register(fastifyStatic, {
    root: join(consoleFolder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    preCompressed: true,
    maxAge: month,
    decorateReply: false,
    allowedPath: () => existsSync(consoleFolder),
  })
}

/**
 * The built screens: the console for every address that is no file and no endpoint, the widget's script for other
 * people's pages, and a page of its own for a talk (`/talk/<channel key>`).
 */
export async function serveScreens(app: FastifyInstance, folder: string): Promise<void> {
  const consoleFolder = join(folder, 'console')
  app.get('/widget.js', async (request, reply) => {
    const script = textAsSent(request, join(folder, 'widget', 'widget.js'))
    if (script === null) throw refuse('not_found')
    if (script.encoding) reply.header('content-encoding', script.encoding)
    return reply
      .header('vary', 'accept-encoding')
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('access-control-allow-origin', '*')
      .send(script.bytes)
  })
  app.get<{ Params: { channelKey: string } }>('/talk/:channelKey', async (request, reply) => {
    if (!/^[0-9a-f]{32}$/.test(request.params.channelKey)) throw refuse('channel_not_found')
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('referrer-policy', 'no-referrer')
      .header('vary', 'accept-language')
      .send(talkPage(request.params.channelKey, firstLanguage(request.headers['accept-language'])))
  })
  app.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/')) throw refuse('not_found')
    const page = textAsSent(request, join(consoleFolder, 'index.html'))
    if (page === null) throw refuse('not_found')
    if (page.encoding) reply.header('content-encoding', page.encoding)
    return reply
      .header('vary', 'accept-encoding')
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(page.bytes)
  })
}

interface SentText {
  readonly bytes: Buffer
  readonly encoding: 'br' | 'gzip' | null
}

/** A built file as small as this browser takes it; null where it is not built. */
function textAsSent(request: FastifyRequest, path: string): SentText | null {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (
      new RegExp(`\\b${encoding}\\b(?!;q=0(?:\\.0*)?(?:,|$))`).test(accepted) &&
      existsSync(path + ending)
    ) {
      return { bytes: readFileSync(path + ending), encoding }
    }
  }
  return existsSync(path) ? { bytes: readFileSync(path), encoding: null } : null
}

/** What the browser asks for first, as a tag such as `zh-CN`; `en` where it asks for nothing. */
function firstLanguage(accepted: string | undefined): string {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*(?=[,;]|$)/.exec(accepted ?? '')?.[0] ?? 'en'
}

function talkPage(channelKey: string, language: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>Shopdesk</title>
</head>
<body>
<script async src="/widget.js" data-channel="${channelKey}" data-mode="page"></script>
</body>
</html>
`
}
