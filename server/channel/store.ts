import { sql } from 'kysely'
import type { Tx } from '../platform/work.ts'

export interface ChannelRow {
  id: number
  brand_id: number
  shop_id: number
  kind: 'webchat'
  name: string
  key: string
  settings: unknown
  archived_at: Date | null
}

/** Which shops to read channels of: all, those of these brands, or these. */
export interface ShopSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
  readonly shopIds: readonly number[]
}

export async function selectChannels(tx: Tx, set: ShopSet): Promise<ChannelRow[]> {
  const answer = await sql<ChannelRow>`
    select id, brand_id, shop_id, kind, name, key, settings, archived_at from channel
    where ${set.everything} or brand_id = any(${[...set.brandIds]}::bigint[])
      or shop_id = any(${[...set.shopIds]}::bigint[])
    order by shop_id, lower(name), id`.execute(tx)
  return answer.rows
}

export async function selectChannel(tx: Tx, channelId: number): Promise<ChannelRow | undefined> {
  const answer = await sql<ChannelRow>`
    select id, brand_id, shop_id, kind, name, key, settings, archived_at
    from channel where id = ${channelId}`.execute(tx)
  return answer.rows[0]
}

/** The brand of a shop, of which a channel is about to be opened. */
export async function selectBrandOfShop(tx: Tx, shopId: number): Promise<number | undefined> {
  const answer = await sql<{ brand_id: number }>`select brand_id from shop where id = ${shopId}`.execute(tx)
  return answer.rows[0]?.brand_id
}

export interface NewChannel {
  readonly brandId: number
  readonly shopId: number
  readonly kind: 'webchat'
  readonly name: string
  readonly key: string
  readonly settings: unknown
}

export async function insertChannel(tx: Tx, channel: NewChannel, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into channel (brand_id, shop_id, kind, name, key, settings, created_at)
    values (${channel.brandId}, ${channel.shopId}, ${channel.kind}, ${channel.name}, ${channel.key},
      ${JSON.stringify(channel.settings)}::jsonb, ${now})
    returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

export interface ChannelChange {
  readonly name?: string | undefined
  readonly settings?: unknown
  readonly archived?: boolean | undefined
}

export async function updateChannelRow(
  tx: Tx,
  channelId: number,
  change: ChannelChange,
  now: Date,
): Promise<void> {
  const archived = change.archived ?? null
  const settings = change.settings === undefined ? null : JSON.stringify(change.settings)
  await sql`
    update channel set
      name = coalesce(${change.name ?? null}::text, name),
      settings = coalesce(${settings}::jsonb, settings),
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${channelId}`.execute(tx)
}
