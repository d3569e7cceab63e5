import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, idParam, line } from '../shape.ts'

const departmentShape = z.object({
  id,
  brandId: id.nullable(),
  name: z.string(),
  archived: z.boolean(),
  memberIds: z.array(id),
})

export const departmentEndpoints = {
  listDepartments: endpoint({
    method: 'GET',
    path: '/api/departments',
    access: 'staff',
    summary: 'All departments with their members.',
    output: z.object({ departments: z.array(departmentShape) }),
  }),
  createDepartment: endpoint({
    method: 'POST',
    path: '/api/departments',
    access: 'department.manage',
    summary: 'Makes a department; without a brand it serves all of them.',
    body: z.object({
      brandId: id.nullable().default(null),
      name: line(100),
      memberIds: z.array(id).max(1000).default([]),
    }),
    output: z.object({ departmentId: id }),
  }),
  updateDepartment: endpoint({
    method: 'PATCH',
    path: '/api/departments/:departmentId',
    access: 'department.manage',
    summary: 'Renames, archives or restores a department, or replaces its members.',
    params: z.object({ departmentId: idParam }),
    body: z.object({
      name: line(100).optional(),
      archived: z.boolean().optional(),
      memberIds: z.array(id).max(1000).optional(),
    }),
    output: done,
  }),
} as const
