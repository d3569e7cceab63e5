import { departmentEndpoints } from '../../domain/department/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createDepartment, listDepartments, updateDepartment } from './actions.ts'

export const departmentRoutes = routes(departmentEndpoints, {
  listDepartments: ({ work, viewer }) => listDepartments(work.tx, viewer),
  createDepartment: async ({ work, viewer, body }) => ({
    departmentId: await createDepartment(work, viewer, body),
  }),
  updateDepartment: async ({ work, viewer, params, body }) => {
    await updateDepartment(work, viewer, params.departmentId, body)
    return { done: true as const }
  },
})
