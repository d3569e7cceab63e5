import { sql } from 'kysely'
import type { Tx } from '../platform/work.ts'

export interface ShopRow {
  id: number
  brand_id: number
  name: string
  time_zone: string
  languages: string[]
  colour: string
  archived_at: Date | null
}

/** Which shops to read: all, those of these brands, or these. */
export interface ShopSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
  readonly shopIds: readonly number[]
}

export async function selectShops(tx: Tx, set: ShopSet): Promise<ShopRow[]> {
  const answer = await sql<ShopRow>`
    select id, brand_id, name, time_zone, languages, colour, archived_at from shop
    where ${set.everything} or brand_id = any(${[...set.brandIds]}::bigint[])
      or id = any(${[...set.shopIds]}::bigint[])
    order by brand_id, lower(name), id`.execute(tx)
  return answer.rows
}

export async function selectShop(tx: Tx, shopId: number): Promise<ShopRow | undefined> {
  const answer = await sql<ShopRow>`
    select id, brand_id, name, time_zone, languages, colour, archived_at from shop where id = ${shopId}`.execute(
    tx,
  )
  return answer.rows[0]
}

export interface NewShop {
  readonly brandId: number
  readonly name: string
  readonly timeZone: string
  readonly languages: readonly string[]
  readonly colour: string
}

/** Adds a shop to an open brand, which cannot be archived meanwhile; answers nothing when there is none. */
export async function insertShop(tx: Tx, shop: NewShop, now: Date): Promise<number | undefined> {
  const answer = await sql<{ id: number }>`
    insert into shop (brand_id, name, time_zone, languages, colour, created_at)
    select id, ${shop.name}, ${shop.timeZone}, ${[...shop.languages]}::text[], ${shop.colour}, ${now}::timestamptz
    from brand where id = ${shop.brandId} and archived_at is null for share
    returning id`.execute(tx)
  return answer.rows[0]?.id
}

export interface ShopChange {
  readonly name?: string | undefined
  readonly timeZone?: string | undefined
  readonly languages?: readonly string[] | undefined
  readonly colour?: string | undefined
  readonly archived?: boolean | undefined
}

/** Answers whether it was done: a shop of an archived brand is not opened again. */
export async function updateShopRow(tx: Tx, shopId: number, change: ShopChange, now: Date): Promise<boolean> {
  const archived = change.archived ?? null
  const answer = await sql`
    with open_brand as (
      select b.id from brand b join shop s on s.brand_id = b.id
      where s.id = ${shopId} and b.archived_at is null for share of b
    )
    update shop set
      name = coalesce(${change.name ?? null}::text, name),
      time_zone = coalesce(${change.timeZone ?? null}::text, time_zone),
      languages = coalesce(${change.languages ? [...change.languages] : null}::text[], languages),
      colour = coalesce(${change.colour ?? null}::text, colour),
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${shopId}
      and (${archived}::boolean is distinct from false or brand_id in (select id from open_brand))
    returning id`.execute(tx)
  return answer.rows.length > 0
}
