import type { assignmentEndpoints } from '../../../domain/assignment/endpoints.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessConversation } from '../../conversation/access.ts'
import type { Work } from '../../platform/work.ts'
import { type NamedTransfer, selectOffers, selectTransfers } from '../store/transfer.ts'

type Shown = EndpointOutput<typeof assignmentEndpoints.listTransfers>['transfers'][number]

/** All transfers of a conversation, newest first, 100 at most. */
export async function listTransfers(work: Work, viewer: Viewer, conversationId: number): Promise<Shown[]> {
  await accessConversation(work.tx, viewer, conversationId)
  return (await selectTransfers(work.tx, conversationId, 100)).map(shownTransfer)
}

/** What is offered to the viewer, and what they have offered, that nobody has settled yet. */
export async function listOffers(work: Work, viewer: Viewer): Promise<{ toMe: Shown[]; fromMe: Shown[] }> {
  const open = await selectOffers(work.tx, viewer.staffId, work.now)
  return {
    toMe: open.filter((one) => one.toMe).map(shownTransfer),
    fromMe: open.filter((one) => one.fromStaffId === viewer.staffId).map(shownTransfer),
  }
}

/** A transfer as it crosses the wire. */
export function shownTransfer(row: NamedTransfer): Shown {
  return {
    id: row.id,
    conversationId: row.conversationId,
    customerName: row.customerName,
    shopId: row.shopId,
    number: row.number,
    fromStaffId: row.fromStaffId,
    fromName: row.fromName,
    toStaffId: row.toStaffId,
    toTeamId: row.toTeamId,
    toDepartmentId: row.toDepartmentId,
    toName: row.toName,
    reason: row.reason,
    summary: row.summary,
    state: row.state,
    toLead: row.toLead,
    offeredAt: row.offeredAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    settledById: row.settledById,
  }
}
