import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, idParam, line } from '../shape.ts'

const teamShape = z.object({
  id,
  brandId: id.nullable(),
  name: z.string(),
  archived: z.boolean(),
  memberIds: z.array(id),
})

export const teamEndpoints = {
  listTeams: endpoint({
    method: 'GET',
    path: '/api/teams',
    access: 'staff',
    summary: 'All teams with their members.',
    output: z.object({ teams: z.array(teamShape) }),
  }),
  createTeam: endpoint({
    method: 'POST',
    path: '/api/teams',
    access: 'team.manage',
    summary: 'Makes a team; without a brand it serves all of them.',
    body: z.object({
      brandId: id.nullable().default(null),
      name: line(100),
      memberIds: z.array(id).max(1000).default([]),
    }),
    output: z.object({ teamId: id }),
  }),
  updateTeam: endpoint({
    method: 'PATCH',
    path: '/api/teams/:teamId',
    access: 'team.manage',
    summary: 'Renames, archives or restores a team, or replaces its members.',
    params: z.object({ teamId: idParam }),
    body: z.object({
      name: line(100).optional(),
      archived: z.boolean().optional(),
      memberIds: z.array(id).max(1000).optional(),
    }),
    output: done,
  }),
} as const
