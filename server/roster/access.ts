import { refuse } from '../../domain/errors.ts'
import { reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { accessWholeBrand, brandsSeen, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { requireLed } from '../presence/access.ts'
import { accessTeamSeen, accessTeamWith } from '../team/access.ts'
import { type HandoverRow, isMember, lockHandover } from './store/handover.ts'
import { type PeakRow, selectPeak } from './store/peak.ts'
import { type ShiftRow, selectShift } from './store/shift.ts'

/** The shift, if the viewer plans its person. Refuses `shift_not_found`. */
export async function accessShift(tx: Tx, viewer: Viewer, shiftId: number): Promise<ShiftRow> {
  const row = await selectShift(tx, shiftId)
  if (!row) throw refuse('shift_not_found')
  await requireLed(tx, viewer, [row.staffId], 'roster.manage').catch(() => {
    throw refuse('shift_not_found')
  })
  return row
}

/** The team, if the viewer belongs to it or plans it. Refuses `team_not_found`, `handover_not_of_team`. */
export async function accessOwnTeam(tx: Tx, viewer: Viewer, teamId: number) {
  const team = await accessTeamSeen(tx, viewer, teamId)
  if (await isMember(tx, teamId, viewer.staffId)) return team
  const reach = reachOf(viewer, 'roster.manage')
  if (!reach.everything && !reach.teamIds.includes(teamId)) {
    await accessTeamWith(tx, viewer, teamId, 'roster.manage').catch(() => {
      throw refuse('handover_not_of_team')
    })
  }
  return team
}

/** The handover, locked, if the viewer sees its team. Refuses `handover_not_found`. */
export async function accessHandover(tx: Tx, viewer: Viewer, handoverId: number): Promise<HandoverRow> {
  const row = await lockHandover(tx, handoverId)
  if (!row) throw refuse('handover_not_found')
  await accessTeamSeen(tx, viewer, row.teamId).catch(() => {
    throw refuse('handover_not_found')
  })
  return row
}

/** The peak event, if the viewer plans its whole brand. Refuses `peak_not_found`, `not_allowed`. */
export async function accessPeak(tx: Tx, viewer: Viewer, peakEventId: number): Promise<PeakRow> {
  const row = await selectPeak(tx, peakEventId)
  if (!row || !inBrands(await brandsSeen(tx, viewer), row.brandId)) throw refuse('peak_not_found')
  await accessWholeBrand(tx, viewer, row.brandId, 'roster.manage')
  return row
}
