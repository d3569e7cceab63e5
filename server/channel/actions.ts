import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { channelEndpoints } from '../../domain/channel/endpoints.ts'
import { type WebchatSettings, webchatSettings } from '../../domain/channel/settings.ts'
import { widgetTag } from '../../domain/channel/widget-tag.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import { mayAt, type Viewer } from '../../domain/staff/scope.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../platform/work.ts'
import { accessChannel, inShops, readSettings, shopsSeen } from './access.ts'
import {
  type ChannelChange,
  insertChannel,
  selectBrandOfShop,
  selectChannels,
  updateChannelRow,
} from './store.ts'

/** Channels of the shops that the viewer sees. `publicUrl` stands in each widget tag. */
export async function listChannels(
  tx: Tx,
  viewer: Viewer,
  publicUrl: string,
): Promise<EndpointOutput<typeof channelEndpoints.listChannels>> {
  const rows = await selectChannels(tx, await shopsSeen(tx, viewer))
  return {
    channels: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      shopId: row.shop_id,
      kind: row.kind,
      name: row.name,
      key: row.key,
      settings: readSettings(row.settings),
      archived: row.archived_at !== null,
      widgetTag: widgetTag(publicUrl, row.key),
    })),
  }
}

export interface ChannelInput {
  readonly shopId: number
  readonly kind: 'webchat'
  readonly name: string
  readonly settings?: z.input<typeof webchatSettings>
}

/** Opens a channel on a viewer's behalf. Refuses `shop_not_found`, `not_allowed`, `channel_name_taken`. */
export async function createChannelFor(
  work: Work,
  viewer: Viewer,
  input: ChannelInput,
): Promise<{ channelId: number; key: string }> {
  const brandId = await selectBrandOfShop(work.tx, input.shopId)
  if (!brandId || !inShops(await shopsSeen(work.tx, viewer), brandId, input.shopId)) {
    throw refuse('shop_not_found')
  }
  if (!mayAt(viewer, 'channel.manage', { brandId, shopId: input.shopId })) throw refuse('not_allowed')
  return createChannel(work, brandId, input)
}

/** Opens a channel with a new key of 128 random bits. Refuses `channel_name_taken`. */
export async function createChannel(
  work: Work,
  brandId: number,
  input: ChannelInput,
): Promise<{ channelId: number; key: string }> {
  const key = randomBytes(16).toString('hex')
  const settings: WebchatSettings = webchatSettings.parse(input.settings ?? {})
  const row = { brandId, shopId: input.shopId, kind: input.kind, name: input.name, key, settings }
  const channelId = await insertChannel(work.tx, row, work.now).catch(nameTaken)
  await appendChannelEvent(work, 'channel.created', brandId, channelId)
  return { channelId, key }
}

/** Changes, closes or opens a channel again. Refuses `channel_not_found`, `not_allowed`, `channel_name_taken`. */
export async function updateChannel(
  work: Work,
  viewer: Viewer,
  channelId: number,
  change: ChannelChange,
): Promise<void> {
  const row = await accessChannel(work.tx, viewer, channelId, 'channel.manage')
  await updateChannelRow(work.tx, channelId, change, work.now).catch(nameTaken)
  await appendChannelEvent(work, 'channel.changed', row.brand_id, channelId)
}

async function appendChannelEvent(
  work: Work,
  name: 'channel.created' | 'channel.changed',
  brandId: number,
  channelId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { channelId }, audience: [audience.everybody] })
}

function nameTaken(error: unknown): never {
  throw brokenConstraint(error) === 'channel_name' ? refuse('channel_name_taken') : error
}
