import { messageEndpoints } from '../../domain/message/endpoints.ts'
import { readPosition } from '../platform/event-log/read.ts'
import { routes } from '../platform/http/call.ts'
import type { Work } from '../platform/work.ts'
import { readThread } from '../view/thread.ts'
import { recallMessage } from './actions/recall.ts'
import { addNote, reply, type Written } from './actions/write.ts'

async function answer(work: Work, written: Written) {
  return {
    messageId: written.messageId,
    seq: written.seq,
    createdAt: written.createdAt.toISOString(),
    position: await readPosition(work.tx),
  }
}

export const messageRoutes = routes(messageEndpoints, {
  listMessages: ({ work, viewer, params, query }) =>
    readThread(work.platform, viewer, params.conversationId, query),
  reply: async ({ work, viewer, params, body }) =>
    answer(work, await reply(work, viewer, { ...params, ...body })),
  addNote: async ({ work, viewer, params, body }) =>
    answer(work, await addNote(work, viewer, { ...params, ...body })),
  recallMessage: async ({ work, viewer, params }) => {
    await recallMessage(work, viewer, params.messageId)
    return { done: true } as const
  },
})
