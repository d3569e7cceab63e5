import { tagEndpoints } from '../../domain/tag/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createTag, deleteTag, listTags, updateTag } from './actions.ts'

export const tagRoutes = routes(tagEndpoints, {
  listTags: ({ work, viewer }) => listTags(work.tx, viewer),
  createTag: async ({ work, viewer, body }) => ({ tagId: await createTag(work, viewer, body) }),
  updateTag: async ({ work, viewer, params, body }) => {
    await updateTag(work, viewer, params.tagId, body)
    return { done: true as const }
  },
  deleteTag: async ({ work, viewer, params }) => {
    await deleteTag(work, viewer, params.tagId)
    return { done: true as const }
  },
})
