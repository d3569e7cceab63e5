import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, idParam, line } from '../shape.ts'
import { webchatSettings } from './settings.ts'

export const channelKinds = ['webchat'] as const

const channelShape = z.object({
  id,
  brandId: id,
  shopId: id,
  kind: z.enum(channelKinds),
  name: z.string(),
  /** Names the channel in the widget's script tag; not a secret. */
  key: z.string(),
  settings: webchatSettings,
  archived: z.boolean(),
  widgetTag: z.string(),
})

export const channelEndpoints = {
  listChannels: endpoint({
    method: 'GET',
    path: '/api/channels',
    access: 'staff',
    summary: 'Channels of the shops that the viewer sees.',
    output: z.object({ channels: z.array(channelShape) }),
  }),
  createChannel: endpoint({
    method: 'POST',
    path: '/api/channels',
    access: 'channel.manage',
    summary: 'Opens a channel of a shop.',
    body: z.object({
      shopId: id,
      kind: z.enum(channelKinds),
      name: line(100),
      settings: webchatSettings.prefault({}),
    }),
    output: z.object({ channelId: id, key: z.string() }),
  }),
  updateChannel: endpoint({
    method: 'PATCH',
    path: '/api/channels/:channelId',
    access: 'channel.manage',
    summary: 'Changes, closes or opens a channel again.',
    params: z.object({ channelId: idParam }),
    body: z.object({
      name: line(100).optional(),
      settings: webchatSettings.optional(),
      archived: z.boolean().optional(),
    }),
    output: done,
  }),
} as const
