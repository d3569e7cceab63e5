import { topicEndpoints } from '../../domain/topic/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { createTopicFor, listTopics, updateTopic } from './actions.ts'

export const topicRoutes = routes(topicEndpoints, {
  listTopics: ({ work, viewer }) => listTopics(work.tx, viewer),
  createTopic: async ({ work, viewer, body }) => ({ topicId: await createTopicFor(work, viewer, body) }),
  updateTopic: async ({ work, viewer, params, body }) => {
    await updateTopic(work, viewer, params.topicId, body)
    return { done: true as const }
  },
})
