import { rosterEndpoints } from '../../domain/roster/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { getHandoverSheet, handOverShift, listHandovers, signHandover } from './actions/handover.ts'
import { cancelPeakEvent, createPeakEvent, listPeakEvents, updatePeakEvent } from './actions/peak.ts'
import { copyWeek, createShift, deleteShift, listShifts, updateShift } from './actions/shift.ts'

const done = { done: true } as const

export const rosterRoutes = routes(rosterEndpoints, {
  listShifts: ({ work, viewer, query }) => listShifts(work.tx, viewer, query),
  createShift: async ({ work, viewer, body }) => ({ shiftId: await createShift(work, viewer, body) }),
  updateShift: async ({ work, viewer, params, body }) => {
    await updateShift(work, viewer, params.shiftId, body)
    return done
  },
  deleteShift: async ({ work, viewer, params }) => {
    await deleteShift(work, viewer, params.shiftId)
    return done
  },
  copyWeek: ({ work, viewer, params, body }) => copyWeek(work, viewer, params.teamId, body),
  getHandoverSheet: ({ work, viewer, params }) => getHandoverSheet(work.tx, viewer, params.teamId),
  handOverShift: async ({ work, viewer, params, body }) => ({
    handoverId: await handOverShift(work, viewer, params.teamId, body.note),
  }),
  listHandovers: ({ work, viewer, params, query }) =>
    listHandovers(work.tx, viewer, params.teamId, query.before),
  signHandover: async ({ work, viewer, params, body }) => {
    await signHandover(work, viewer, params.handoverId, body.note)
    return done
  },
  listPeakEvents: ({ work, viewer }) => listPeakEvents(work.tx, viewer),
  createPeakEvent: async ({ work, viewer, body }) => ({
    peakEventId: await createPeakEvent(work, viewer, body),
  }),
  updatePeakEvent: async ({ work, viewer, params, body }) => {
    await updatePeakEvent(work, viewer, params.peakEventId, body)
    return done
  },
  cancelPeakEvent: async ({ work, viewer, params }) => {
    await cancelPeakEvent(work, viewer, params.peakEventId)
    return done
  },
})
