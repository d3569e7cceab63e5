import { noticeEndpoints } from '../../domain/notice/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { listNotices, readNotices } from './actions.ts'

export const noticeRoutes = routes(noticeEndpoints, {
  listNotices: ({ work, viewer, query }) => listNotices(work.tx, viewer.staffId, query.before),
  readNotices: async ({ work, viewer, body }) => {
    await readNotices(work, viewer.staffId, body.upTo)
    return { done: true as const }
  },
})
