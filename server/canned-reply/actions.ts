import type { cannedReplyEndpoints } from '../../domain/canned-reply/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import type { Localized } from '../../domain/localized.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { accessBrand, accessPartOfBrand, brandsSeen, inBrands } from '../brand/access.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../platform/work.ts'
import { accessCannedReply, requireSharing } from './access.ts'
import {
  addUse,
  type CannedReplyChange,
  deleteCannedReplyRow,
  insertCannedReply,
  type NewCannedReply,
  selectCannedReplies,
  updateCannedReplyRow,
} from './store.ts'

/** The shared canned replies of the brands that the viewer sees (or of one of these), and the own ones. */
export async function listCannedReplies(
  tx: Tx,
  viewer: Viewer,
  brandId?: number,
): Promise<EndpointOutput<typeof cannedReplyEndpoints.listCannedReplies>> {
  const seen = await brandsSeen(tx, viewer)
  const one = brandId === undefined ? seen : { everything: false, brandIds: [brandId] }
  if (brandId !== undefined && !inBrands(seen, brandId)) return { cannedReplies: [] }
  const rows = await selectCannedReplies(tx, one, viewer.staffId)
  return {
    cannedReplies: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      ownerId: row.owner_id,
      shortcut: row.shortcut,
      text: row.text,
      used: row.used,
    })),
  }
}

export interface CannedReplyInput {
  readonly brandId: number
  readonly shared: boolean
  readonly shortcut: string
  readonly text: Localized
}

/** Makes an own or a shared reply. Refuses `brand_not_found`, `not_allowed`, `sharing_not_allowed`, `shortcut_taken`. */
export async function createCannedReplyFor(
  work: Work,
  viewer: Viewer,
  input: CannedReplyInput,
): Promise<number> {
  if (input.shared) {
    await accessBrand(work.tx, viewer, input.brandId)
    await requireSharing(work.tx, viewer, input.brandId)
  } else {
    await accessPartOfBrand(work.tx, viewer, input.brandId, 'conversation.reply')
  }
  return createCannedReply(work, { ...input, ownerId: input.shared ? null : viewer.staffId })
}

/** Makes a canned reply; without an owner it is shared. Refuses `shortcut_taken`. */
export async function createCannedReply(work: Work, input: NewCannedReply): Promise<number> {
  const cannedReplyId = await insertCannedReply(work.tx, input, work.now).catch(shortcutTaken)
  await appendCannedReplyEvent(work, 'canned_reply.created', cannedReplyId, input.brandId, input.ownerId)
  return cannedReplyId
}

/** Refuses `canned_reply_not_found`, `sharing_not_allowed`, `shortcut_taken`. */
export async function updateCannedReply(
  work: Work,
  viewer: Viewer,
  cannedReplyId: number,
  change: CannedReplyChange,
): Promise<void> {
  const row = await accessCannedReply(work.tx, viewer, cannedReplyId)
  await updateCannedReplyRow(work.tx, cannedReplyId, change, work.now).catch(shortcutTaken)
  await appendCannedReplyEvent(work, 'canned_reply.changed', cannedReplyId, row.brand_id, row.owner_id)
}

/** Refuses `canned_reply_not_found`, `sharing_not_allowed`. */
export async function deleteCannedReply(work: Work, viewer: Viewer, cannedReplyId: number): Promise<void> {
  const row = await accessCannedReply(work.tx, viewer, cannedReplyId)
  await deleteCannedReplyRow(work.tx, cannedReplyId)
  await appendCannedReplyEvent(work, 'canned_reply.deleted', cannedReplyId, row.brand_id, row.owner_id)
}

/** Counts that the acting person used a canned reply; one deleted meanwhile is no fault. */
export async function countUse(work: Work, cannedReplyId: number): Promise<void> {
  await addUse(work.tx, cannedReplyId, work.actor.kind === 'staff' ? work.actor.id : null)
}

/** An own reply is told only to its owner. */
async function appendCannedReplyEvent(
  work: Work,
  name: 'canned_reply.created' | 'canned_reply.changed' | 'canned_reply.deleted',
  cannedReplyId: number,
  brandId: number,
  ownerId: number | null,
): Promise<void> {
  await appendEvent(work, {
    name,
    brandId,
    data: { cannedReplyId, shared: ownerId === null },
    audience: [ownerId === null ? audience.everybody : audience.staff(ownerId)],
  })
}

function shortcutTaken(error: unknown): never {
  throw brokenConstraint(error) === 'canned_reply_shortcut' ? refuse('shortcut_taken') : error
}
