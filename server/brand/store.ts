import { sql } from 'kysely'
import type { Tx } from '../platform/work.ts'

export interface BrandRow {
  id: number
  name: string
  archived_at: Date | null
  created_at: Date
}

/** Which brands to read: all, or these. */
export interface BrandSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
}

/** Brands of the set, by name. */
export async function selectBrands(tx: Tx, set: BrandSet): Promise<BrandRow[]> {
  const answer = await sql<BrandRow>`
    select id, name, archived_at, created_at from brand
    where ${set.everything} or id = any(${[...set.brandIds]}::bigint[])
    order by lower(name), id`.execute(tx)
  return answer.rows
}

export async function selectBrand(tx: Tx, brandId: number): Promise<BrandRow | undefined> {
  const answer = await sql<BrandRow>`
    select id, name, archived_at, created_at from brand where id = ${brandId}`.execute(tx)
  return answer.rows[0]
}

/** Brands to which these shops and teams belong; null among them when a team serves all brands. */
export async function selectBrandsOfParts(
  tx: Tx,
  shopIds: readonly number[],
  teamIds: readonly number[],
): Promise<(number | null)[]> {
  const answer = await sql<{ brand_id: number | null }>`
    select brand_id from shop where id = any(${[...shopIds]}::bigint[])
    union
    select brand_id from team where id = any(${[...teamIds]}::bigint[])`.execute(tx)
  return answer.rows.map((row) => row.brand_id)
}

export async function insertBrand(tx: Tx, name: string, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into brand (name, created_at) values (${name}, ${now}) returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

export interface BrandChange {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
}

export async function updateBrandRow(tx: Tx, brandId: number, change: BrandChange, now: Date): Promise<void> {
  const archived = change.archived ?? null
  await sql`
    update brand set
      name = coalesce(${change.name ?? null}::text, name),
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${brandId}`.execute(tx)
}

/** Whether shops of the brand are open. Asked after the brand's row is locked by its update. */
export async function hasOpenShops(tx: Tx, brandId: number): Promise<boolean> {
  const answer = await sql`
    select 1 from shop where brand_id = ${brandId} and archived_at is null limit 1`.execute(tx)
  return answer.rows.length > 0
}
