import { createHash } from 'node:crypto'
import { type WebchatSettings, webchatSettings } from '../../domain/channel/settings.ts'
import { refuse } from '../../domain/errors.ts'
import { originAllowed } from '../../domain/widget/origin.ts'
import type { Tx } from '../platform/work.ts'
import { type ChannelForVisitors, findOpenChannel, findVisitor, type VisitorRecord } from './store/visitor.ts'

/** Visitors' tokens are random, so SHA-256 without salt keeps them. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The visitor whose token this is. */
export async function accessVisitor(tx: Tx, token: string, now: Date): Promise<VisitorRecord> {
  const visitor = token === '' ? null : await findVisitor(tx, hashToken(token), now)
  if (!visitor) throw refuse('visitor_unknown')
  return visitor
}

export interface WidgetChannel extends Omit<ChannelForVisitors, 'settings'> {
  readonly settings: WebchatSettings
}

/** The channel behind the script tag, if the page that asks may show it. */
export async function accessWidgetChannel(
  tx: Tx,
  key: string,
  origin: string | undefined,
  ownOrigin: string,
): Promise<WidgetChannel> {
  const channel = await findOpenChannel(tx, key)
  if (!channel) throw refuse('channel_not_found')
  const settings = webchatSettings.parse(channel.settings)
  if (!originAllowed(settings.origins, origin, ownOrigin)) throw refuse('origin_refused')
  return { ...channel, settings }
}
