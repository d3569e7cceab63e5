import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

export interface ChannelLoadRow {
  readonly channelId: number
  readonly shopId: number
  readonly name: string
  readonly units: number
  readonly waitingUnits: number
  readonly wrapUpSeconds: number
}

/** Which shops' channels to read. */
interface ShopsSeen {
  readonly everything: boolean
  readonly brandIds: readonly number[]
  readonly shopIds: readonly number[]
}

export async function selectChannelLoads(tx: Tx, shops: ShopsSeen): Promise<ChannelLoadRow[]> {
  const found = await sql<ChannelLoadRow>`
    select c.id as "channelId", c.shop_id as "shopId", c.name, c.units, c.waiting_units as "waitingUnits",
      c.wrap_up_seconds as "wrapUpSeconds"
    from channel c
    where c.archived_at is null and (${shops.everything} or c.brand_id = any(${[...shops.brandIds]}::bigint[])
      or c.shop_id = any(${[...shops.shopIds]}::bigint[]))
    order by c.shop_id, c.id`.execute(tx)
  return found.rows
}

/** Wrap-up time after a conversation of the channel, in seconds. */
export async function selectWrapUpSeconds(tx: Tx, channelId: number): Promise<number> {
  const found = await sql<{ seconds: number }>`
    select wrap_up_seconds as seconds from channel where id = ${channelId}`.execute(tx)
  return found.rows[0]?.seconds ?? 0
}

export interface ChannelLoad {
  readonly units: number
  readonly waitingUnits: number
  readonly wrapUpSeconds: number
}

/**
 * Sets what a conversation costs, and counts anew what its agents have in hand. Nobody changes a conversation meanwhile:
 * one that moved between the two would count with the old cost on one side and the new one on the other.
 */
export async function updateChannelLoad(tx: Tx, channelId: number, load: ChannelLoad): Promise<void> {
  await sql`lock table conversation in share row exclusive mode`.execute(tx)
  await sql`
    with held as (
      select v.assignee_id as staff_id,
        sum(case when v.state = 'in_service' then ${load.units} - c.units
          else ${load.waitingUnits} - c.waiting_units end) as more
      from conversation v join channel c on c.id = v.channel_id
      where v.channel_id = ${channelId} and v.assignee_id is not null
        and v.state in ('in_service', 'waiting_customer', 'waiting_inside')
      group by v.assignee_id
    ), locked as (
      select p.staff_id, h.more from presence p join held h on h.staff_id = p.staff_id order by p.staff_id for update of p
    )
    update presence p set used = p.used + locked.more from locked where p.staff_id = locked.staff_id`.execute(
    tx,
  )
  await sql`
    update channel set units = ${load.units}, waiting_units = ${load.waitingUnits},
      wrap_up_seconds = ${load.wrapUpSeconds}
    where id = ${channelId}`.execute(tx)
}
