import { conversationEndpoints } from '../../domain/conversation/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { countInbox, listInbox, readConversation } from '../view/inbox.ts'
import { markSpam, reopenConversation, resolveConversation } from './actions/close.ts'
import { markRead, saveDraft } from './actions/desk.ts'
import { handOver, releaseConversation, takeConversation } from './actions/pass.ts'
import { setTags, setTopic, waitInside } from './actions/sort.ts'

const done = { done: true } as const

export const conversationRoutes = routes(conversationEndpoints, {
  listConversations: ({ work, viewer, query }) => listInbox(work.platform, viewer, query),
  countConversations: ({ work, viewer }) => countInbox(work.platform, viewer),
  getConversation: ({ work, viewer, params }) =>
    readConversation(work.platform, viewer, params.conversationId),
  takeConversation: async ({ work, viewer, params }) => {
    await takeConversation(work, viewer, params.conversationId)
    return done
  },
  handOver: async ({ work, viewer, params, body }) => {
    await handOver(work, viewer, { ...params, ...body })
    return done
  },
  releaseConversation: async ({ work, viewer, params }) => {
    await releaseConversation(work, viewer, params.conversationId)
    return done
  },
  waitInside: async ({ work, viewer, params }) => {
    await waitInside(work, viewer, params.conversationId)
    return done
  },
  resolveConversation: async ({ work, viewer, params, body }) => {
    await resolveConversation(work, viewer, { ...params, ...body })
    return done
  },
  reopenConversation: async ({ work, viewer, params }) => {
    await reopenConversation(work, viewer, params.conversationId)
    return done
  },
  markSpam: async ({ work, viewer, params, body }) => {
    await markSpam(work, viewer, params.conversationId, body.spam)
    return done
  },
  setConversationTags: async ({ work, viewer, params, body }) => {
    await setTags(work, viewer, params.conversationId, body.tagIds)
    return done
  },
  setTopic: async ({ work, viewer, params, body }) => {
    await setTopic(work, viewer, params.conversationId, body.topicId)
    return done
  },
  markRead: async ({ work, viewer, params, body }) => {
    await markRead(work, viewer, params.conversationId, body.seq)
    return done
  },
  saveDraft: async ({ work, viewer, params, body }) => {
    await saveDraft(work, viewer, params.conversationId, body.text)
    return done
  },
})
