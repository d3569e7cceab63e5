import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** The API's description at `/api/openapi.json`, and as a page to browse at `/api/docs`. */
export async function serveDocumentation(
  app: FastifyInstance,
  document: Record<string, unknown>,
): Promise<void> {
  app.get('/api/openapi.json', async () => document)
  await app.register(async (scope) => {
    await scope.register(swagger, { mode: 'static', specification: { document: document as never } })
    await scope.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  })
}
