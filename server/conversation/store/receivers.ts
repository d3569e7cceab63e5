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
