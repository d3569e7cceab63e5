import { refuse } from '../../domain/errors.ts'
import { covers, mayAt, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import type { Tx } from '../platform/work.ts'
import { type SimulationRow, selectSimulation } from './store/simulation.ts'
import { lockTransfer, type TransferRow } from './store/transfer.ts'

/** A transfer, locked, that is offered to the viewer, was made by them, or that they may take back; else null. */
export async function accessTransferToSettle(
  tx: Tx,
  viewer: Viewer,
  transferId: number,
  place: { brandId: number; shopId: number; teamId: number | null },
): Promise<(TransferRow & { toMe: boolean }) | null> {
  const transfer = await lockTransfer(tx, transferId, viewer.staffId)
  if (!transfer) return null
  const concerns =
    transfer.toMe || transfer.fromStaffId === viewer.staffId || mayAt(viewer, 'conversation.assign', place)
  return concerns ? transfer : null
}

/** A simulation of a brand whose assignment the viewer manages. */
export async function accessSimulation(tx: Tx, viewer: Viewer, id: number): Promise<SimulationRow> {
  const row = await selectSimulation(tx, id)
  if (!row || !covers(reachOf(viewer, 'assignment.manage'), { brandId: row.brandId })) {
    throw refuse('simulation_not_found')
  }
  return row
}
