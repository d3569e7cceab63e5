import { dayEndpoints } from '../../domain/day/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { readMyDay } from '../view/my-day.ts'

export const dayRoutes = routes(dayEndpoints, {
  getMyDay: ({ work, viewer }) => readMyDay(work.platform, viewer),
})
