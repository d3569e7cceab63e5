import { teamEndpoints } from '../../domain/team/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createTeam, listTeams, updateTeam } from './actions.ts'

export const teamRoutes = routes(teamEndpoints, {
  listTeams: ({ work, viewer }) => listTeams(work.tx, viewer),
  createTeam: async ({ work, viewer, body }) => ({ teamId: await createTeam(work, viewer, body) }),
  updateTeam: async ({ work, viewer, params, body }) => {
    await updateTeam(work, viewer, params.teamId, body)
    return { done: true as const }
  },
})
