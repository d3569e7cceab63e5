import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { api } from '../domain/api.ts'
import { refuse } from '../domain/errors.ts'
import type { Live } from './live/live.ts'
import { serveSockets } from './live/sockets.ts'
import type { ViewerSource } from './live/viewer-source.ts'
import type { Routes } from './platform/http/call.ts'
import { serveDocumentation } from './platform/http/documentation.ts'
import { serveHealth } from './platform/http/health.ts'
import { openApi } from './platform/http/openapi.ts'
import { isOwnOrigin } from './platform/http/origin.ts'
import { replyRefused } from './platform/http/refused.ts'
import { serveAssets, serveScreens } from './platform/http/screens.ts'
import { type Serving, serveEndpoint } from './platform/http/serve-endpoint.ts'
import { version } from './platform/version.ts'
import type { Platform } from './platform/work.ts'
import { allRoutes } from './routes.ts'

export interface AppParts {
  readonly platform: Platform
  readonly live: Live
  readonly viewers: ViewerSource
  /** Folder with the built console and widget. */
  readonly screens: string
  /** Checks every reply against its declared shape; on in tests. */
  readonly checkReplies: boolean
}

const bodyLimit = 256 * 1024

/** The web server with everything on it, not listening yet. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { platform } = parts
  const app = Fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    trustProxy: trustedProxies(platform.config.trustProxy),
    routerOptions: { maxParamLength: 500 },
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  })
  app.setErrorHandler((error, request, reply) => replyRefused(error, request, reply))
  app.setNotFoundHandler((request, reply) => replyRefused(refuse('not_found'), request, reply))
  // A cheap header for every reply; pages get the rest.
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff')
    done()
  })
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

  const serving: Serving = {
    platform,
    viewerOf: (request) => parts.viewers.viewerOf(request),
    ownOrigin: (request) => isOwnOrigin(platform.config, request),
    checkReplies: parts.checkReplies,
  }
  await serveSockets(app, platform, parts.live, parts.viewers)
  await serveTerms(app, serving)
  serveHealth(app, platform)
  await serveAssets(app, parts.screens)
  // Pages get the headers that browsers heed on pages; the API answers JSON and does without them.
  await app.register(async (pages) => {
    await pages.register(helmet, {
      contentSecurityPolicy: { directives: policy, useDefaults: true },
      hsts: false,
    })
    await serveDocumentation(pages, openApi(api, version))
    await serveScreens(pages, parts.screens)
  })
  return app
}

/** A number of hops, as the function that Fastify wants; the rest as it is. */
function trustedProxies(trust: false | number | string[]) {
  if (typeof trust !== 'number') return trust
  return (_address: string, hop: number) => hop < trust
}

const policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'self'"],
  'upgrade-insecure-requests': null,
}

/** Staff endpoints as they are; those of the widget open to other pages, which never send the staff cookie. */
async function serveTerms(app: FastifyInstance, serving: Serving): Promise<void> {
  const each = (scope: FastifyInstance, wanted: (path: string) => boolean) => {
    for (const term of Object.values<Routes>(allRoutes)) {
      for (const [name, declared] of Object.entries(term.endpoints)) {
        const handler = term.handlers[name]
        if (handler && wanted(declared.path)) {
          serveEndpoint(scope, serving, declared, handler, term.direct.has(name))
        }
      }
    }
  }
  each(app, (path) => !path.startsWith('/api/widget/'))
  await app.register(async (scope) => {
    await scope.register(cors, {
      origin: '*',
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowedHeaders: ['authorization', 'content-type', 'idempotency-key'],
      maxAge: 86_400,
    })
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cross-origin-resource-policy', 'cross-origin')
    })
    each(scope, (path) => path.startsWith('/api/widget/'))
  })
}
