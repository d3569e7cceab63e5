import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, idParam, moment, typedText } from '../shape.ts'
import { policyShape } from './policy.ts'
import { assignmentEnds, assignmentWays, reasonShape, requirementsShape, standingShape } from './shapes.ts'
import { simulationInput, simulationShape } from './simulation.ts'
import { transferStates } from './transfer.ts'

const ofBrand = z.object({ brandId: idParam })
const ofConversation = z.object({ conversationId: idParam })
const ofTransfer = z.object({ transferId: idParam })

const assignmentShape = z.object({
  id,
  conversationId: id,
  staffId: id,
  staffName: z.string(),
  how: z.enum(assignmentWays),
  policyVersion: z.number().int().nullable(),
  reason: reasonShape,
  /** Up to three who came next, best first. */
  runnersUp: z.array(standingShape.extend({ staffName: z.string() })),
  queuedAt: moment,
  decidedAt: moment,
  /** When it goes back to the queue unless answered. */
  answerBy: moment.nullable(),
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
  endedHow: z.enum(assignmentEnds).nullable(),
})

/** Why nobody has it yet. Each agent who may serve the shop is counted once, by the first thing that stands against it. */
const waitingShape = z.object({
  /** 1 is the next one in its queue. */
  place: z.number().int(),
  queuedAt: moment,
  /** How often it was relaxed, and when that happens next. */
  step: z.number().int(),
  nextStepAt: moment.nullable(),
  /** Which step that is; null at the end of the ladder. */
  nextStep: z.number().int().nullable(),
  asked: requirementsShape,
  now: requirementsShape,
  /** The last agent for whom it waits, and until when. */
  stickyStaffId: id.nullable(),
  stickyUntil: moment.nullable(),
  automatic: z.boolean(),
  candidates: z.object({
    /** Everybody who may serve the shop. */
    all: z.number().int(),
    /** Could have it this moment. */
    free: z.number().int(),
    otherTeam: z.number().int(),
    /** Lack the language, or speak it less well than asked. */
    language: z.number().int(),
    /** By skill; somebody who lacks two counts with the first. */
    skills: z.array(z.object({ skillId: id, level: z.number().int(), count: z.number().int() })),
    offline: z.number().int(),
    paused: z.number().int(),
    onBreak: z.number().int(),
    wrapUp: z.number().int(),
    full: z.number().int(),
    /** Had it, and stayed silent or left. */
    returnedFrom: z.number().int(),
  }),
})

const transferShape = z.object({
  id,
  conversationId: id,
  customerName: z.string().nullable(),
  shopId: id,
  number: z.number().int(),
  fromStaffId: id.nullable(),
  fromName: z.string().nullable(),
  toStaffId: id.nullable(),
  toTeamId: id.nullable(),
  toDepartmentId: id.nullable(),
  toName: z.string(),
  reason: z.string(),
  summary: z.string(),
  state: z.enum(transferStates),
  /** Sent to the duty lead although somebody else was named, because it was passed on so often. */
  toLead: z.boolean(),
  offeredAt: moment,
  expiresAt: moment.nullable(),
  settledAt: moment.nullable(),
  settledById: id.nullable(),
})

const oneOf = { message: 'one_of', path: ['staffId'] }

export const assignmentEndpoints = {
  getAssignmentPolicy: endpoint({
    method: 'GET',
    path: '/api/brands/:brandId/assignment-policy',
    access: 'conversation.read',
    summary:
      'The assignment policy of a brand: the one in force (version 0 is the default), or an older version.',
    params: ofBrand,
    query: z.object({ version: z.coerce.number().int().min(0).max(2_147_483_647).optional() }),
    output: z.object({
      version: z.number().int(),
      policy: policyShape,
      madeByName: z.string().nullable(),
      madeAt: moment.nullable(),
    }),
  }),
  putAssignmentPolicy: endpoint({
    method: 'PUT',
    path: '/api/brands/:brandId/assignment-policy',
    access: 'assignment.manage',
    summary: 'Makes a new version of the policy; it holds for what waits now, too.',
    params: ofBrand,
    body: z.object({
      /** The version that was changed; another one in force meanwhile is refused. */
      version: z.number().int().min(0).max(2_147_483_647),
      policy: policyShape,
    }),
    output: z.object({ version: z.number().int() }),
  }),
  listAssignmentPolicyVersions: endpoint({
    method: 'GET',
    path: '/api/brands/:brandId/assignment-policy/versions',
    access: 'conversation.read',
    summary: 'Who changed the policy of a brand when; newest first, 100 at most.',
    params: ofBrand,
    output: z.object({
      versions: z.array(
        z.object({ version: z.number().int(), madeByName: z.string().nullable(), madeAt: moment }),
      ),
    }),
  }),
  explainAssignment: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId/assignment',
    access: 'conversation.read',
    summary: 'Why this agent, or why nobody yet.',
    params: ofConversation,
    output: z.object({ current: assignmentShape.nullable(), waiting: waitingShape.nullable() }),
  }),
  listAssignments: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId/assignments',
    access: 'conversation.read',
    summary: 'Everybody who has had it, newest first, with each decision, 100 at most.',
    params: ofConversation,
    output: z.object({ assignments: z.array(assignmentShape) }),
  }),
  takeNext: endpoint({
    method: 'POST',
    path: '/api/conversations/take-next',
    access: 'conversation.reply',
    summary: 'Takes the next one, in the order of assignment, of those the viewer qualifies for.',
    output: z.object({ conversationId: id.nullable() }),
  }),
  assignConversation: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/assign',
    access: 'conversation.assign',
    summary: 'Gives it to somebody whatever their capacity and presence; on record.',
    params: ofConversation,
    body: z.object({ staffId: id, reason: typedText(1000).default('') }),
    output: done,
  }),
  moveConversations: endpoint({
    method: 'POST',
    path: '/api/conversations/move',
    access: 'conversation.assign',
    summary: 'Moves up to 200 conversations to a person, to the queue of a team, or back to the queue.',
    body: z
      .object({
        conversationIds: z.array(id).min(1).max(200),
        staffId: id.nullable().default(null),
        teamId: id.nullable().default(null),
        queue: z.boolean().default(false),
        reason: typedText(1000).default(''),
      })
      .refine(
        (to) => Number(to.staffId !== null) + Number(to.teamId !== null) + Number(to.queue) === 1,
        oneOf,
      ),
    output: z.object({
      movedIds: z.array(id),
      /** Those that stayed where they are, with the code of the refusal. */
      refused: z.array(z.object({ conversationId: id, code: z.string() })),
    }),
  }),
  offerTransfer: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/transfers',
    access: 'conversation.reply',
    summary: 'Offers it to a person, a team or a department; the sender keeps it until somebody accepts.',
    params: ofConversation,
    body: z
      .object({
        staffId: id.nullable().default(null),
        teamId: id.nullable().default(null),
        departmentId: id.nullable().default(null),
        reason: typedText(1000),
        summary: typedText(4000).default(''),
      })
      .refine(
        (to) => [to.staffId, to.teamId, to.departmentId].filter((one) => one !== null).length === 1,
        oneOf,
      ),
    output: z.object({ transfer: transferShape }),
  }),
  listTransfers: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId/transfers',
    access: 'conversation.read',
    summary: 'All transfers of a conversation, newest first, 100 at most.',
    params: ofConversation,
    output: z.object({ transfers: z.array(transferShape) }),
  }),
  listTransferOffers: endpoint({
    method: 'GET',
    path: '/api/transfers/offers',
    access: 'staff',
    summary: 'What is offered to the viewer, and what they have offered, that nobody has settled yet.',
    output: z.object({ toMe: z.array(transferShape), fromMe: z.array(transferShape) }),
  }),
  acceptTransfer: endpoint({
    method: 'POST',
    path: '/api/transfers/:transferId/accept',
    access: 'staff',
    summary: 'Takes over what was offered. The first-contact owner stays.',
    params: ofTransfer,
    output: done,
  }),
  declineTransfer: endpoint({
    method: 'POST',
    path: '/api/transfers/:transferId/decline',
    access: 'staff',
    summary: 'Declines; it stays with the sender, who is told.',
    params: ofTransfer,
    body: z.object({ reason: typedText(1000).default('') }),
    output: done,
  }),
  withdrawTransfer: endpoint({
    method: 'POST',
    path: '/api/transfers/:transferId/withdraw',
    access: 'staff',
    summary: 'Takes an own offer back.',
    params: ofTransfer,
    output: done,
  }),
  startSimulation: endpoint({
    method: 'POST',
    path: '/api/brands/:brandId/simulations',
    access: 'assignment.manage',
    summary: "Replays a period's real arrivals under two policies or rosters, in the background.",
    params: ofBrand,
    body: simulationInput,
    output: z.object({ simulationId: id }),
  }),
  listSimulations: endpoint({
    method: 'GET',
    path: '/api/brands/:brandId/simulations',
    access: 'assignment.manage',
    summary: 'The last 50 simulations of a brand, newest first.',
    params: ofBrand,
    output: z.object({ simulations: z.array(simulationShape) }),
  }),
  getSimulation: endpoint({
    method: 'GET',
    path: '/api/simulations/:simulationId',
    access: 'assignment.manage',
    summary: 'A simulation with its progress, and the result of both sides once it is there.',
    params: z.object({ simulationId: idParam }),
    output: simulationShape,
  }),
} as const
