import { refuse } from '../../domain/errors.ts'
import { covers, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { type DepartmentRow, selectDepartment } from './store.ts'

/** The department, if the viewer may manage it. Refuses `department_not_found`, `not_allowed`. */
export async function accessDepartment(tx: Tx, viewer: Viewer, departmentId: number): Promise<DepartmentRow> {
  const row = await selectDepartment(tx, departmentId)
  const seen = row && (row.brand_id === null || inBrands(await brandsSeen(tx, viewer), row.brand_id))
  if (!seen) throw refuse('department_not_found')
  if (!mayManage(viewer, row.brand_id)) throw refuse('not_allowed')
  return row
}

/** Whether the viewer may manage departments of this brand; one that serves all brands needs a role without limits. */
export function mayManage(viewer: Viewer, brandId: number | null): boolean {
  const reach = reachOf(viewer, 'department.manage')
  return reach.everything || (brandId !== null && covers(reach, { brandId }))
}
