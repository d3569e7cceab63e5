import { skillEndpoints } from '../../domain/skill/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createSkill, listSkills, listStaffSkills, setStaffSkills, updateSkill } from './actions.ts'

const done = { done: true } as const

export const skillRoutes = routes(skillEndpoints, {
  listSkills: ({ work, viewer }) => listSkills(work.tx, viewer),
  createSkill: async ({ work, viewer, body }) => ({ skillId: await createSkill(work, viewer, body) }),
  updateSkill: async ({ work, viewer, params, body }) => {
    await updateSkill(work, viewer, params.skillId, body)
    return done
  },
  listStaffSkills: ({ work, viewer }) => listStaffSkills(work.tx, viewer),
  setStaffSkills: async ({ work, viewer, params, body }) => {
    await setStaffSkills(work, viewer, params.staffId, body)
    return done
  },
})
