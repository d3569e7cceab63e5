import { z } from 'zod'
import { id, moment } from '../shape.ts'

/** How somebody came to have a conversation. */
export const assignmentWays = ['auto', 'pull', 'take', 'transfer', 'override', 'reply'] as const
export type AssignmentWay = (typeof assignmentWays)[number]

/** How it ended that somebody had it. */
export const assignmentEnds = [
  'resolved',
  'released',
  'transferred',
  'silent',
  'offline',
  'taken',
  'ended',
] as const
export type AssignmentEnd = (typeof assignmentEnds)[number]

/** What tipped the scales: the last agent, the better match, more spare capacity, longer idle, or none of them. */
export const decisionRules = ['sticky', 'match', 'share', 'idle', 'only', 'by_hand'] as const
export type DecisionRule = (typeof decisionRules)[number]

/** The figures by which an agent was compared. */
export const standingShape = z.object({
  staffId: id,
  /** How far skills and language go beyond what was asked: the sum of levels. */
  match: z.number(),
  /** Spare capacity as a share of the whole, 0 to 1. */
  spare: z.number(),
  /** Since when nothing was given to them. */
  idleSince: moment,
})
export type Standing = z.infer<typeof standingShape>

/** Why this agent: which rule decided, with the figures of the chosen one. */
export const reasonShape = z.object({
  rule: z.enum(decisionRules),
  match: z.number().nullable(),
  spare: z.number().nullable(),
  idleSince: moment.nullable(),
  /** How many could have had it at that moment. */
  eligible: z.number().int().nullable(),
  /** Step of the ladder at which it was given. */
  step: z.number().int().nullable(),
})
export type Reason = z.infer<typeof reasonShape>

/**
 * What a conversation asks of an agent. A level of 0 asks nothing any more, but who has it still matches better.
 */
export const requirementsShape = z.object({
  shopId: id,
  channelId: id,
  /** Members of one of these; empty: whoever may serve the shop. */
  teamIds: z.array(id),
  /** The first part of the tag: `zh`, `en`. */
  language: z.object({ tag: z.string(), level: z.number().int(), required: z.boolean() }).nullable(),
  skills: z.array(z.object({ skillId: id, level: z.number().int(), required: z.boolean() })),
})
export type Requirements = z.infer<typeof requirementsShape>

/** What was asked before any relaxation, with who helps out later. */
export const askedShape = requirementsShape.extend({ overflowTeamId: id.nullable() })
export type Asked = z.infer<typeof askedShape>
