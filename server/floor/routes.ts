import { floorEndpoints } from '../../domain/floor/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { readFloor } from '../view/floor.ts'
import { listFloorTalks } from '../view/floor-talks.ts'
import { readFloorToday } from '../view/floor-today.ts'

export const floorRoutes = routes(floorEndpoints, {
  getFloor: ({ work, viewer, query }) => readFloor(work.platform, viewer, query),
  getFloorToday: ({ work, viewer, query }) => readFloorToday(work.platform, viewer, query),
  listFloorTalks: ({ work, viewer, query }) => listFloorTalks(work.platform, viewer, query),
})
