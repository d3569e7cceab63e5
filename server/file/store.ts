import { sql } from 'kysely'
import type { Tx } from '../platform/work.ts'

export interface FileRow {
  public_id: string
  name: string
  media_type: string
  size: number
  width: number | null
  height: number | null
}

/** A file by the number that its readers know. */
export async function selectFile(tx: Tx, publicId: string): Promise<FileRow | undefined> {
  const answer = await sql<FileRow>`
    select public_id, name, media_type, size, width, height from file where public_id = ${publicId}`.execute(
    tx,
  )
  return answer.rows[0]
}

/** Who sends a file. */
export interface Uploader {
  readonly staffId: number | null
  readonly visitorId: number | null
}

export interface NewFile extends Uploader {
  readonly publicId: string
  readonly brandId: number | null
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly width: number | null
  readonly height: number | null
}

export async function insertFile(tx: Tx, file: NewFile, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into file (public_id, brand_id, staff_id, visitor_id, name, media_type, size, width, height, created_at)
    values (${file.publicId}, ${file.brandId}, ${file.staffId}, ${file.visitorId}, ${file.name}, ${file.mediaType},
      ${file.size}, ${file.width}, ${file.height}, ${now})
    returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

/** Gives the uploader's loose files to a message; answers how many it was. */
export async function attachLoose(
  tx: Tx,
  publicIds: readonly string[],
  messageId: number,
  uploader: Uploader,
): Promise<number> {
  const answer = await sql`
    update file f set message_id = m.id, brand_id = m.brand_id
    from message m
    where m.id = ${messageId} and f.public_id = any(${[...publicIds]}::text[]) and f.message_id is null
      and (f.staff_id = ${uploader.staffId}::bigint or f.visitor_id = ${uploader.visitorId}::bigint)
      and (f.brand_id is null or f.brand_id = m.brand_id)
    returning f.id`.execute(tx)
  return answer.rows.length
}

/** Deletes the files of a message and answers which. */
export async function deleteOfMessage(tx: Tx, messageId: number): Promise<string[]> {
  const answer = await sql<{ public_id: string }>`
    delete from file where message_id = ${messageId} returning public_id`.execute(tx)
  return answer.rows.map((row) => row.public_id)
}

/** Deletes files without a message from before this moment and answers which, so many at most. */
export async function deleteLoose(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const answer = await sql<{ public_id: string }>`
    delete from file where id in (
      select id from file where message_id is null and created_at < ${before}
      order by created_at limit ${limit} for update skip locked)
    returning public_id`.execute(tx)
  return answer.rows.map((row) => row.public_id)
}

export interface UploadingVisitorRow {
  id: number
  brand_id: number
  customer_id: number
  blocked: boolean
  settings: unknown
}

/** The visitor whose token has this SHA-256, on an open channel. */
export async function selectUploadingVisitor(
  tx: Tx,
  tokenHash: Buffer,
  now: Date,
): Promise<UploadingVisitorRow | undefined> {
  const answer = await sql<UploadingVisitorRow>`
    select v.id, v.brand_id, v.customer_id, c.blocked_at is not null as blocked, h.settings
    from visitor v
    join customer c on c.id = v.customer_id
    join channel h on h.id = v.channel_id
    where v.token_hash = ${tokenHash} and v.expires_at > ${now} and h.archived_at is null`.execute(tx)
  return answer.rows[0]
}
