import { refuse } from '../../domain/errors.ts'
import { covers, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { type SkillRow, selectSkill } from './store.ts'

/** The skill, if the viewer may manage it. Refuses `skill_not_found`, `not_allowed`. */
export async function accessSkill(tx: Tx, viewer: Viewer, skillId: number): Promise<SkillRow> {
  const row = await selectSkill(tx, skillId)
  const seen = row && (row.brandId === null || inBrands(await brandsSeen(tx, viewer), row.brandId))
  if (!seen) throw refuse('skill_not_found')
  if (!mayManage(viewer, row.brandId)) throw refuse('not_allowed')
  return row
}

/** Whether the viewer may manage skills of this brand; one that all brands use needs a role without limits. */
export function mayManage(viewer: Viewer, brandId: number | null): boolean {
  const reach = reachOf(viewer, 'skill.manage')
  return reach.everything || (brandId !== null && covers(reach, { brandId }))
}
