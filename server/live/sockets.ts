import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import { isOwnOrigin } from '../platform/http/origin.ts'
import type { Platform } from '../platform/work.ts'
import { SocketConnection } from './connection.ts'
import type { Live } from './live.ts'
import { serveStaffSocket } from './staff-socket.ts'
import type { ViewerSource } from './viewer-source.ts'
import { serveVisitorSocket } from './visitor-socket.ts'

/** Puts both sockets on the wire. The staff socket checks Origin, because the browser sends the cookie by itself. */
export async function serveSockets(
  app: FastifyInstance,
  platform: Platform,
  live: Live,
  viewers: ViewerSource,
): Promise<void> {
  await app.register(websocket, { options: { maxPayload: 32 * 1024, perMessageDeflate: false } })
  app.get('/api/socket', { websocket: true }, (socket, request) => {
    if (!isOwnOrigin(platform.config, request)) {
      socket.close(4403, 'foreign origin')
      return
    }
    serveStaffSocket(platform, live, viewers, new SocketConnection(socket), request)
  })
  app.get('/api/widget/socket', { websocket: true }, (socket) => {
    serveVisitorSocket(platform, live, new SocketConnection(socket))
  })
}
