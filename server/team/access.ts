import { refuse } from '../../domain/errors.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { covers, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { selectTeam, type TeamRow } from './store.ts'

/** The team, if the viewer may manage it. Refuses `team_not_found`, `not_allowed`. */
export async function accessTeam(tx: Tx, viewer: Viewer, teamId: number): Promise<TeamRow> {
  const row = await accessTeamSeen(tx, viewer, teamId)
  if (!mayManage(viewer, row.brand_id, teamId)) throw refuse('not_allowed')
  return row
}

/** The team, if it serves a brand that the viewer sees, or all of them. Refuses `team_not_found`. */
export async function accessTeamSeen(tx: Tx, viewer: Viewer, teamId: number): Promise<TeamRow> {
  const row = await selectTeam(tx, teamId)
  const seen = row && (row.brand_id === null || inBrands(await brandsSeen(tx, viewer), row.brand_id))
  if (!seen) throw refuse('team_not_found')
  return row
}

/** The team, if the viewer holds the permission over it or over its brand. Refuses `team_not_found`, `not_allowed`. */
export async function accessTeamWith(
  tx: Tx,
  viewer: Viewer,
  teamId: number,
  permission: Permission,
): Promise<TeamRow> {
  const row = await accessTeamSeen(tx, viewer, teamId)
  const reach = reachOf(viewer, permission)
  const ofBrand = row.brand_id !== null && reach.brandIds.includes(row.brand_id)
  if (!reach.everything && !ofBrand && !reach.teamIds.includes(teamId)) throw refuse('not_allowed')
  return row
}

/** Whether the viewer may manage teams of this brand; one that serves all brands needs a role without limits. */
export function mayManage(viewer: Viewer, brandId: number | null, teamId: number | null = null): boolean {
  const reach = reachOf(viewer, 'team.manage')
  return reach.everything || (brandId !== null && covers(reach, { brandId, teamId }))
}
