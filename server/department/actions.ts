import type { departmentEndpoints } from '../../domain/department/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { accessBrand, brandsSeen } from '../brand/access.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../platform/work.ts'
import { accessDepartment, mayManage } from './access.ts'
import {
  type DepartmentChange,
  insertDepartment,
  replaceMembers,
  selectDepartments,
  updateDepartmentRow,
} from './store.ts'

/** departments of the brands that the viewer sees, and those that serve all brands, with their members. */
export async function listDepartments(
  tx: Tx,
  viewer: Viewer,
): Promise<EndpointOutput<typeof departmentEndpoints.listDepartments>> {
  const rows = await selectDepartments(tx, await brandsSeen(tx, viewer))
  return {
    departments: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      archived: row.archived_at !== null,
      memberIds: row.member_ids,
    })),
  }
}

export interface DepartmentInput {
  readonly brandId: number | null
  readonly name: string
  readonly memberIds: readonly number[]
}

/** Makes a department. Refuses `brand_not_found`, `not_allowed`, `department_name_taken`, `department_member_unknown`. */
export async function createDepartment(work: Work, viewer: Viewer, input: DepartmentInput): Promise<number> {
  if (input.brandId !== null) await accessBrand(work.tx, viewer, input.brandId)
  if (!mayManage(viewer, input.brandId)) throw refuse('not_allowed')
  const departmentId = await insertDepartment(work.tx, input.brandId, input.name, work.now).catch(
    refuseBroken,
  )
  await appendDepartmentEvent(work, 'department.created', input.brandId, departmentId)
  await setMembers(work, departmentId, input.memberIds)
  return departmentId
}

/**
 * Renames, archives or restores; members, when given, are replaced as a whole.
 * Refuses `department_not_found`, `not_allowed`, `department_name_taken`, `department_member_unknown`.
 */
export async function updateDepartment(
  work: Work,
  viewer: Viewer,
  departmentId: number,
  change: DepartmentChange & { readonly memberIds?: readonly number[] | undefined },
): Promise<void> {
  const row = await accessDepartment(work.tx, viewer, departmentId)
  await updateDepartmentRow(work.tx, departmentId, change, work.now).catch(refuseBroken)
  await appendDepartmentEvent(work, 'department.changed', row.brand_id, departmentId)
  if (change.memberIds) await setMembers(work, departmentId, change.memberIds)
}

async function setMembers(work: Work, departmentId: number, memberIds: readonly number[]): Promise<void> {
  await replaceMembers(work.tx, departmentId, memberIds).catch(refuseBroken)
}

async function appendDepartmentEvent(
  work: Work,
  name: 'department.created' | 'department.changed',
  brandId: number | null,
  departmentId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { departmentId }, audience: [audience.everybody] })
}

function refuseBroken(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'department_name') throw refuse('department_name_taken')
  if (broken === 'department_member_staff_id_fkey') throw refuse('department_member_unknown')
  throw error
}
