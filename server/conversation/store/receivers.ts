import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

/** Name of a person who may serve the place, or null. */
export async function findReceiver(
  tx: Tx,
  staffId: number,
  place: { brandId: number; shopId: number; teamId: number | null },
): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select s.name from staff s
    where s.id = ${staffId} and s.suspended_at is null and exists (
      select from staff_grant g join role r on r.id = g.role_id
      where g.staff_id = s.id and 'conversation.reply' = any(r.permissions)
        and (g.brand_id is null or g.brand_id = ${place.brandId})
        and (g.shop_id is null or g.shop_id = ${place.shopId})
    )`.execute(tx)
  return found.rows[0]?.name ?? null
}

/** Name of an open team that serves the brand, or null. */
export async function findReceivingTeam(tx: Tx, teamId: number, brandId: number): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select name from team
    where id = ${teamId} and archived_at is null and (brand_id is null or brand_id = ${brandId})`.execute(tx)
  return found.rows[0]?.name ?? null
}

/** Somebody who may assign in a shop. `role` is the built-in one that allows it; null for a role of the shop's own. */
export interface Lead {
  readonly shopId: number
  readonly staffId: number
  readonly role: string | null
}

/** Who may assign conversations in these shops. */
export async function findLeads(tx: Tx, shopIds: readonly number[]): Promise<Lead[]> {
  const found = await sql<Lead>`
    select distinct h.id as "shopId", s.id as "staffId", r.built_in as role
    from shop h
    join staff_grant g on (g.brand_id is null or g.brand_id = h.brand_id)
      and (g.shop_id is null or g.shop_id = h.id) and g.team_id is null
    join role r on r.id = g.role_id and 'conversation.assign' = any(r.permissions)
    join staff s on s.id = g.staff_id and s.suspended_at is null
    where h.id = any(${[...shopIds]}::bigint[])
    order by h.id, s.id`.execute(tx)
  return found.rows
}
