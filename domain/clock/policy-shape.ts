import { z } from 'zod'
import { id } from '../shape.ts'
import { clockKinds } from './kinds.ts'

/** The longest promise, in seconds: 60 days. */
export const longestTarget = 60 * 86_400

/** For which conversations a policy holds; what is left empty asks nothing. */
export const policyMatch = z.object({
  shopIds: z.array(id).max(200).default([]),
  channelIds: z.array(id).max(200).default([]),
  /** Topics; one below them in the tree counts, too. */
  topicIds: z.array(id).max(200).default([]),
  /** Priority of the conversation from this on. */
  priorityFrom: z.number().int().min(-100).max(100).nullable().default(null),
  /** Segment: customers who carry one of these tags. */
  tagIds: z.array(id).max(200).default([]),
})
export type PolicyMatch = z.infer<typeof policyMatch>

/** One promise of time. */
export const clockTarget = z
  .object({
    seconds: z.number().int().min(5).max(longestTarget),
    /** When to warn, counted like the target; null is 80 % of it. */
    warnSeconds: z.number().int().min(1).max(longestTarget).nullable().default(null),
    /** On the policy's calendar, or on the wall clock, for promises such as 48 hours. */
    runsOn: z.enum(['calendar', 'wall']).default('calendar'),
  })
  .refine((target) => target.warnSeconds === null || target.warnSeconds < target.seconds, {
    message: 'warning_after_target',
    path: ['warnSeconds'],
  })
export type ClockTarget = z.infer<typeof clockTarget>

export const escalationActions = [
  'notify_assignee',
  'notify_duty_lead',
  'add_supervisor',
  'raise_priority',
  'requeue',
] as const
export type EscalationAction = (typeof escalationActions)[number]

/** What is done when a clock is warned or broken, so many seconds (of the wall clock) later. */
export const escalationStep = z.object({
  kinds: z
    .array(z.enum(clockKinds))
    .min(1)
    .max(clockKinds.length)
    .default([...clockKinds]),
  from: z.enum(['warning', 'breach']),
  afterSeconds: z.number().int().min(0).max(longestTarget),
  action: z.enum(escalationActions),
})
export type EscalationStep = z.infer<typeof escalationStep>

const target = clockTarget.nullable().default(null)

/** Which promises of time hold where, on which calendar, and what happens when they are in danger. */
export const policyDefinition = z.object({
  match: policyMatch.prefault({}),
  /** Null is around the clock, every day. */
  calendarId: id.nullable().default(null),
  targets: z.object({ first_response: target, round: target, holding: target, resolution: target }),
  escalation: z.array(escalationStep).max(30).default([]),
})
export type PolicyDefinition = z.infer<typeof policyDefinition>
