import { cannedReplyEndpoints } from '../../domain/canned-reply/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createCannedReplyFor, deleteCannedReply, listCannedReplies, updateCannedReply } from './actions.ts'

export const cannedReplyRoutes = routes(cannedReplyEndpoints, {
  listCannedReplies: ({ work, viewer, query }) => listCannedReplies(work.tx, viewer, query.brandId),
  createCannedReply: async ({ work, viewer, body }) => ({
    cannedReplyId: await createCannedReplyFor(work, viewer, body),
  }),
  updateCannedReply: async ({ work, viewer, params, body }) => {
    await updateCannedReply(work, viewer, params.cannedReplyId, body)
    return { done: true as const }
  },
  deleteCannedReply: async ({ work, viewer, params }) => {
    await deleteCannedReply(work, viewer, params.cannedReplyId)
    return { done: true as const }
  },
})
