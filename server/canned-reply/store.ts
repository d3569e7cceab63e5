import { sql } from 'kysely'
import type { Localized } from '../../domain/localized.ts'
import type { Tx } from '../platform/work.ts'

export interface CannedReplyRow {
  id: number
  brand_id: number
  owner_id: number | null
  shortcut: string
  text: Localized
  used: number
}

export interface BrandSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
}

/** Shared ones and those of this person, by short cut. */
export async function selectCannedReplies(tx: Tx, set: BrandSet, staffId: number): Promise<CannedReplyRow[]> {
  const answer = await sql<CannedReplyRow>`
    select id, brand_id, owner_id, shortcut, text, used from canned_reply
    where (${set.everything} or brand_id = any(${[...set.brandIds]}::bigint[]))
      and (owner_id is null or owner_id = ${staffId})
    order by lower(shortcut), owner_id nulls last, id`.execute(tx)
  return answer.rows
}

export async function selectCannedReply(tx: Tx, cannedReplyId: number): Promise<CannedReplyRow | undefined> {
  const answer = await sql<CannedReplyRow>`
    select id, brand_id, owner_id, shortcut, text, used from canned_reply where id = ${cannedReplyId}`.execute(
    tx,
  )
  return answer.rows[0]
}

export interface NewCannedReply {
  readonly brandId: number
  readonly ownerId: number | null
  readonly shortcut: string
  readonly text: Localized
}

export async function insertCannedReply(tx: Tx, reply: NewCannedReply, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into canned_reply (brand_id, owner_id, shortcut, text, created_at, updated_at)
    values (${reply.brandId}, ${reply.ownerId}, ${reply.shortcut}, ${JSON.stringify(reply.text)}::jsonb, ${now}, ${now})
    returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

export interface CannedReplyChange {
  readonly shortcut?: string | undefined
  readonly text?: Localized | undefined
}

export async function updateCannedReplyRow(
  tx: Tx,
  cannedReplyId: number,
  change: CannedReplyChange,
  now: Date,
): Promise<void> {
  await sql`
    update canned_reply set
      shortcut = coalesce(${change.shortcut ?? null}::text, shortcut),
      text = coalesce(${change.text ? JSON.stringify(change.text) : null}::jsonb, text),
      updated_at = ${now}
    where id = ${cannedReplyId}`.execute(tx)
}

export async function deleteCannedReplyRow(tx: Tx, cannedReplyId: number): Promise<void> {
  await sql`delete from canned_reply where id = ${cannedReplyId}`.execute(tx)
}

/** Counts one use of a shared reply or of this person's own. */
export async function addUse(tx: Tx, cannedReplyId: number, staffId: number | null): Promise<void> {
  await sql`
    update canned_reply set used = used + 1
    where id = ${cannedReplyId} and (owner_id is null or owner_id = ${staffId}::bigint)`.execute(tx)
}
