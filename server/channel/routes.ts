import type { FastifyRequest } from 'fastify'
import { channelEndpoints } from '../../domain/channel/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createChannelFor, listChannels, updateChannel } from './actions.ts'

export const channelRoutes = routes(channelEndpoints, {
  listChannels: ({ work, viewer, request }) =>
    listChannels(work.tx, viewer, work.platform.config.publicUrl ?? originOf(request)),
  createChannel: ({ work, viewer, body }) => createChannelFor(work, viewer, body),
  updateChannel: async ({ work, viewer, params, body }) => {
    await updateChannel(work, viewer, params.channelId, body)
    return { done: true as const }
  },
})

/** Where the caller reached us, as far as proxies are trusted. */
function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}
