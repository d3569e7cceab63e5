import { refuse } from '../../domain/errors.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen, brandsWith, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { type CannedReplyRow, selectCannedReply } from './store.ts'

/**
 * The canned reply, if the viewer may change it: an own one, or a shared one with the permission to share in its
 * brand. Refuses `canned_reply_not_found`, `sharing_not_allowed`.
 */
export async function accessCannedReply(
  tx: Tx,
  viewer: Viewer,
  cannedReplyId: number,
): Promise<CannedReplyRow> {
  const row = await selectCannedReply(tx, cannedReplyId)
  const theirs = row && row.owner_id !== null && row.owner_id !== viewer.staffId
  if (!row || theirs || !inBrands(await brandsSeen(tx, viewer), row.brand_id)) {
    throw refuse('canned_reply_not_found')
  }
  if (row.owner_id === null) await requireSharing(tx, viewer, row.brand_id)
  return row
}

/** Refuses `sharing_not_allowed` unless the viewer may share canned replies in some part of the brand. */
export async function requireSharing(tx: Tx, viewer: Viewer, brandId: number): Promise<void> {
  const sharing = await brandsWith(tx, viewer, 'canned_reply.share')
  if (!inBrands(sharing, brandId)) throw refuse('sharing_not_allowed')
}
