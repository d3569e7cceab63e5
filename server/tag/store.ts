import { sql } from 'kysely'
import type { Tx } from '../platform/work.ts'

export interface TagRow {
  id: number
  brand_id: number
  name: string
  colour: string
}

export interface BrandSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
}

export async function selectTags(tx: Tx, set: BrandSet): Promise<TagRow[]> {
  const answer = await sql<TagRow>`
    select id, brand_id, name, colour from tag
    where ${set.everything} or brand_id = any(${[...set.brandIds]}::bigint[])
    order by brand_id, lower(name)`.execute(tx)
  return answer.rows
}

export async function selectTag(tx: Tx, tagId: number): Promise<TagRow | undefined> {
  const answer = await sql<TagRow>`select id, brand_id, name, colour from tag where id = ${tagId}`.execute(tx)
  return answer.rows[0]
}

/** How many of these tags the brand has. */
export async function countTags(tx: Tx, brandId: number, tagIds: readonly number[]): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*)::int as count from tag
    where brand_id = ${brandId} and id = any(${[...tagIds]}::bigint[])`.execute(tx)
  return answer.rows[0]?.count ?? 0
}

/** Adds a tag; answers nothing when the brand has one of this name. Waits for another that adds it right now. */
export async function insertTag(
  tx: Tx,
  tag: { brandId: number; name: string; colour: string },
  now: Date,
): Promise<number | undefined> {
  const answer = await sql<{ id: number }>`
    insert into tag (brand_id, name, colour, created_at)
    values (${tag.brandId}, ${tag.name}, ${tag.colour}, ${now})
    on conflict (brand_id, lower(name)) do nothing returning id`.execute(tx)
  return answer.rows[0]?.id
}

export async function selectTagNamed(tx: Tx, brandId: number, name: string): Promise<number | undefined> {
  const answer = await sql<{ id: number }>`
    select id from tag where brand_id = ${brandId} and lower(name) = lower(${name})`.execute(tx)
  return answer.rows[0]?.id
}

export interface TagChange {
  readonly name?: string | undefined
  readonly colour?: string | undefined
}

export async function updateTagRow(tx: Tx, tagId: number, change: TagChange): Promise<void> {
  await sql`
    update tag set
      name = coalesce(${change.name ?? null}::text, name),
      colour = coalesce(${change.colour ?? null}::text, colour)
    where id = ${tagId}`.execute(tx)
}

/** Deletes the tag; its marks on customers and conversations go with it. */
export async function deleteTagRow(tx: Tx, tagId: number): Promise<void> {
  await sql`delete from tag where id = ${tagId}`.execute(tx)
}
