import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import type { teamEndpoints } from '../../domain/team/endpoints.ts'
import { accessBrand, brandsSeen } from '../brand/access.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../platform/work.ts'
import { accessTeam, mayManage } from './access.ts'
import { insertTeam, replaceMembers, selectTeams, type TeamChange, updateTeamRow } from './store.ts'

/** teams of the brands that the viewer sees, and those that serve all brands, with their members. */
export async function listTeams(
  tx: Tx,
  viewer: Viewer,
): Promise<EndpointOutput<typeof teamEndpoints.listTeams>> {
  const rows = await selectTeams(tx, await brandsSeen(tx, viewer))
  return {
    teams: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      archived: row.archived_at !== null,
      memberIds: row.member_ids,
    })),
  }
}

export interface TeamInput {
  readonly brandId: number | null
  readonly name: string
  readonly memberIds: readonly number[]
}

/** Makes a team. Refuses `brand_not_found`, `not_allowed`, `team_name_taken`, `team_member_unknown`. */
export async function createTeam(work: Work, viewer: Viewer, input: TeamInput): Promise<number> {
  if (input.brandId !== null) await accessBrand(work.tx, viewer, input.brandId)
  if (!mayManage(viewer, input.brandId)) throw refuse('not_allowed')
  const teamId = await insertTeam(work.tx, input.brandId, input.name, work.now).catch(refuseBroken)
  await appendTeamEvent(work, 'team.created', input.brandId, teamId)
  await setMembers(work, teamId, input.memberIds)
  return teamId
}

/**
 * Renames, archives or restores; members, when given, are replaced as a whole.
 * Refuses `team_not_found`, `not_allowed`, `team_name_taken`, `team_member_unknown`.
 */
export async function updateTeam(
  work: Work,
  viewer: Viewer,
  teamId: number,
  change: TeamChange & { readonly memberIds?: readonly number[] | undefined },
): Promise<void> {
  const row = await accessTeam(work.tx, viewer, teamId)
  await updateTeamRow(work.tx, teamId, change, work.now).catch(refuseBroken)
  await appendTeamEvent(work, 'team.changed', row.brand_id, teamId)
  if (change.memberIds) await setMembers(work, teamId, change.memberIds)
}

/** Replaces the members; whoever came or went may now see something else. */
async function setMembers(work: Work, teamId: number, memberIds: readonly number[]): Promise<void> {
  const moved = await replaceMembers(work.tx, teamId, memberIds).catch(refuseBroken)
  for (const staffId of moved) {
    await appendEvent(work, {
      name: 'staff.access_changed',
      brandId: null,
      data: { staffId },
      audience: [audience.everybody, audience.staff(staffId)],
    })
  }
}

async function appendTeamEvent(
  work: Work,
  name: 'team.created' | 'team.changed',
  brandId: number | null,
  teamId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { teamId }, audience: [audience.everybody] })
}

function refuseBroken(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'team_name') throw refuse('team_name_taken')
  if (broken === 'team_member_staff_id_fkey') throw refuse('team_member_unknown')
  throw error
}
