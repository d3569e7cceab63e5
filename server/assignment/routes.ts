import { assignmentEndpoints } from '../../domain/assignment/endpoints.ts'
import { refuse } from '../../domain/errors.ts'
import { routes } from '../platform/http/call.ts'

async function soon(): Promise<never> {
  throw refuse('not_found')
}

export const assignmentRoutes = routes(assignmentEndpoints, {
  getAssignmentPolicy: soon,
  putAssignmentPolicy: soon,
  explainAssignment: soon,
  listAssignments: soon,
  takeNext: soon,
  assignConversation: soon,
  moveConversations: soon,
  offerTransfer: soon,
  listTransfers: soon,
  listTransferOffers: soon,
  acceptTransfer: soon,
  declineTransfer: soon,
  withdrawTransfer: soon,
  startSimulation: soon,
  listSimulations: soon,
  getSimulation: soon,
})
