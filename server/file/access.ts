import { createHash } from 'node:crypto'
import { webchatSettings } from '../../domain/channel/settings.ts'
import { refuse } from '../../domain/errors.ts'
import type { Tx } from '../platform/work.ts'
import { type FileRow, selectFile, selectUploadingVisitor } from './store.ts'

/** The file that somebody names by its 128 random bits. Refuses `file_not_found`. */
export async function accessFile(tx: Tx, publicId: string): Promise<FileRow> {
  const row = await selectFile(tx, publicId)
  if (!row) throw refuse('file_not_found')
  return row
}

/** The visitor who may upload here. Refuses `visitor_unknown`, `customer_blocked`, `uploads_off`. */
export async function accessUploadingVisitor(
  tx: Tx,
  token: string,
  now: Date,
): Promise<{ visitorId: number; customerId: number; brandId: number }> {
  const tokenHash = createHash('sha256').update(token).digest()
  const row = token === '' ? undefined : await selectUploadingVisitor(tx, tokenHash, now)
  if (!row) throw refuse('visitor_unknown')
  if (row.blocked) throw refuse('customer_blocked')
  if (!webchatSettings.parse(row.settings).uploads) throw refuse('uploads_off')
  return { visitorId: row.id, customerId: row.customer_id, brandId: row.brand_id }
}
