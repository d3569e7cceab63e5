import type { assignmentEndpoints } from '../../domain/assignment/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { ask } from '../shell/query-client.ts'

export type Explained = EndpointOutput<typeof assignmentEndpoints.explainAssignment>
export type Assignment = NonNullable<Explained['current']>
export type Waiting = NonNullable<Explained['waiting']>
export type Transfer = EndpointOutput<typeof assignmentEndpoints.listTransferOffers>['toMe'][number]
export type Simulation = EndpointOutput<typeof assignmentEndpoints.getSimulation>

/** The policy of a brand that is in force. */
export const askPolicy = (brandId: number) =>
  ask('assignment', 'getAssignmentPolicy', { params: { brandId }, query: {} })

/** Why this agent, or why nobody yet. */
export const askWhy = (conversationId: number) =>
  ask('assignment', 'explainAssignment', { params: { conversationId } })

/** What is offered to the viewer, and what they have offered. */
export const askOffers = () => ask('assignment', 'listTransferOffers')

/** All transfers of a conversation. */
export const askTransfers = (conversationId: number) =>
  ask('assignment', 'listTransfers', { params: { conversationId } })
