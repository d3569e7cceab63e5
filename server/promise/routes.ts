import { promiseEndpoints } from '../../domain/promise/endpoints.ts'
import { accessConversation } from '../conversation/access.ts'
import { routes } from '../platform/http/call.ts'
import { countPromises, listPromises, promisesOf } from '../view/promises.ts'
import { changePromise, keepPromise, makePromise, withdrawPromise } from './actions/settle.ts'

const done = { done: true } as const

export const promiseRoutes = routes(promiseEndpoints, {
  makePromise: async ({ work, viewer, params, body }) => ({
    promiseId: await makePromise(work, viewer, { ...params, ...body }),
  }),
  changePromise: async ({ work, viewer, params, body }) => {
    await changePromise(work, viewer, params.promiseId, body)
    return done
  },
  keepPromise: async ({ work, viewer, params }) => {
    await keepPromise(work, viewer, params.promiseId)
    return done
  },
  withdrawPromise: async ({ work, viewer, params }) => {
    await withdrawPromise(work, viewer, params.promiseId)
    return done
  },
  listPromisesOf: async ({ work, viewer, params }) => {
    await accessConversation(work.tx, viewer, params.conversationId)
    return { promises: await promisesOf(work.platform, params.conversationId) }
  },
  listPromises: ({ work, viewer, query }) => listPromises(work.platform, viewer, work.now, query),
  countPromises: ({ work, viewer, query }) => countPromises(work.platform, viewer, work.now, query),
})
