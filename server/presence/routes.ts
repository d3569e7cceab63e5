import { presenceEndpoints } from '../../domain/presence/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { setMyPresence, setPresence } from './actions/choose.ts'
import { listBreakKinds, listPresence, listPresenceHistory, readPresence } from './actions/read.ts'
import {
  createBreakKind,
  listBreakQuotas,
  listChannelLoads,
  setBreakQuota,
  setCapacities,
  setChannelLoad,
  updateBreakKind,
} from './actions/setting.ts'

const done = { done: true } as const

export const presenceRoutes = routes(presenceEndpoints, {
  getMyPresence: async ({ work, viewer }) => ({ presence: await readPresence(work, viewer.staffId) }),
  setMyPresence: async ({ work, viewer, body }) => ({ presence: await setMyPresence(work, viewer, body) }),
  listPresence: ({ work, viewer }) => listPresence(work, viewer),
  setPresence: async ({ work, viewer, params, body }) => ({
    presence: await setPresence(work, viewer, params.staffId, body),
  }),
  listPresenceHistory: ({ work, viewer, params, query }) =>
    listPresenceHistory(work, viewer, params.staffId, query.before),
  setCapacities: async ({ work, viewer, body }) => {
    await setCapacities(work, viewer, body.people)
    return done
  },
  listBreakKinds: ({ work }) => listBreakKinds(work.tx),
  createBreakKind: async ({ work, viewer, body }) => ({
    breakKindId: await createBreakKind(work, viewer, body),
  }),
  updateBreakKind: async ({ work, viewer, params, body }) => {
    await updateBreakKind(work, viewer, params.breakKindId, body)
    return done
  },
  listBreakQuotas: ({ work, viewer }) => listBreakQuotas(work.tx, viewer),
  setBreakQuota: async ({ work, viewer, params, body }) => {
    await setBreakQuota(work, viewer, params.teamId, body.mostOnBreak)
    return done
  },
  listChannelLoads: ({ work, viewer }) => listChannelLoads(work.tx, viewer),
  setChannelLoad: async ({ work, viewer, params, body }) => {
    await setChannelLoad(work, viewer, params.channelId, body)
    return done
  },
})
