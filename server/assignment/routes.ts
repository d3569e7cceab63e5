import { assignmentEndpoints } from '../../domain/assignment/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { assignConversation, moveConversations, takeNext } from './actions/by-hand.ts'
import { explain, listAssignments } from './actions/explain.ts'
import { listOffers, listTransfers, shownTransfer } from './actions/offers.ts'
import { changePolicy, listPolicyChanges, readPolicy } from './actions/policy.ts'
import { listSimulations, readSimulation, startSimulation } from './actions/simulations.ts'
import { acceptTransfer, declineTransfer, offerTransfer, withdrawTransfer } from './actions/transfers.ts'

const done = { done: true } as const

export const assignmentRoutes = routes(assignmentEndpoints, {
  getAssignmentPolicy: async ({ work, viewer, params, query }) => {
    const record = await readPolicy(work.tx, viewer, params.brandId, query.version)
    return { ...record, madeAt: record.madeAt?.toISOString() ?? null }
  },
  putAssignmentPolicy: async ({ work, viewer, params, body }) => ({
    version: await changePolicy(work, viewer, params.brandId, body),
  }),
  listAssignmentPolicyVersions: async ({ work, viewer, params }) => ({
    versions: (await listPolicyChanges(work.tx, viewer, params.brandId)).map((one) => ({
      ...one,
      madeAt: one.madeAt.toISOString(),
    })),
  }),
  explainAssignment: ({ work, viewer, params }) => explain(work.platform, viewer, params.conversationId),
  listAssignments: ({ work, viewer, params }) =>
    listAssignments(work.platform, viewer, params.conversationId),
  takeNext: async ({ work, viewer }) => ({ conversationId: await takeNext(work, viewer) }),
  assignConversation: async ({ work, viewer, params, body }) => {
    await assignConversation(work, viewer, { ...params, ...body })
    return done
  },
  moveConversations: ({ work, viewer, body }) => moveConversations(work, viewer, body),
  offerTransfer: async ({ work, viewer, params, body }) => ({
    transfer: shownTransfer(await offerTransfer(work, viewer, { ...params, ...body })),
  }),
  listTransfers: async ({ work, viewer, params }) => ({
    transfers: await listTransfers(work, viewer, params.conversationId),
  }),
  listTransferOffers: ({ work, viewer }) => listOffers(work, viewer),
  acceptTransfer: async ({ work, viewer, params }) => {
    await acceptTransfer(work, viewer, params.transferId)
    return done
  },
  declineTransfer: async ({ work, viewer, params, body }) => {
    await declineTransfer(work, viewer, params.transferId, body.reason)
    return done
  },
  withdrawTransfer: async ({ work, viewer, params }) => {
    await withdrawTransfer(work, viewer, params.transferId)
    return done
  },
  startSimulation: async ({ work, viewer, params, body }) => ({
    simulationId: await startSimulation(work, viewer, params.brandId, body),
  }),
  listSimulations: ({ work, viewer, params }) => listSimulations(work.tx, viewer, params.brandId),
  getSimulation: ({ work, viewer, params }) => readSimulation(work.tx, viewer, params.simulationId),
})
