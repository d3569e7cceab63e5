import { z } from 'zod'
import { orderStages } from '../conversation/state.ts'
import { languageTag } from '../localized.ts'
import { id, line } from '../shape.ts'

const level = z.number().int().min(1).max(5)
const seconds = (least: number, most: number, usual: number) =>
  z.number().int().min(least).max(most).default(usual)

/** What a conversation must be for a rule to hold. An empty list asks nothing. */
const ruleCondition = z.object({
  shopIds: z.array(id).max(200).default([]),
  channelIds: z.array(id).max(200).default([]),
  stages: z.array(z.enum(orderStages)).max(3).default([]),
  languages: z.array(languageTag).max(50).default([]),
  topicIds: z.array(id).max(200).default([]),
  /** The segment: the customer carries one of these tags. */
  customerTagIds: z.array(id).max(200).default([]),
})

const skillWish = z.object({
  skillId: id,
  level: level.default(1),
  /** A required one stays until the last step of the ladder; a preferred one drops at the first. */
  required: z.boolean().default(true),
})

/** What follows where a rule holds. */
const rule = z.object({
  name: line(100),
  when: ruleCondition.default(() => ruleCondition.parse({})),
  /** Whose queue it joins; null leaves it to everybody who may serve the shop. */
  teamId: id.nullable().default(null),
  /** Who helps out when the team does not come to it. */
  overflowTeamId: id.nullable().default(null),
  skills: z.array(skillWish).max(10).default([]),
  /** Added to the conversation's own priority. */
  priority: z.number().int().min(0).max(9).default(0),
})
export type AssignmentRule = z.output<typeof rule>

const order = z.object({
  /** How many seconds earlier one point of priority counts. */
  bonusSeconds: seconds(0, 86_400, 300),
  /** How many seconds before a promise falls due it overtakes those that came earlier. */
  marginSeconds: seconds(0, 86_400, 300),
  /** How many seconds earlier an offline message counts: cleared first in the next shift. */
  offlineBonusSeconds: seconds(0, 604_800, 86_400),
})

const sticky = z.object({
  on: z.boolean().default(true),
  /** So long after their last talk it goes to the last agent who is paused, in hours. */
  pausedHours: z.number().int().min(0).max(720).default(24),
  /** And so long to the last agent who is online, in hours. */
  hours: z.number().int().min(0).max(720).default(72),
})

/** Seconds of waiting after which requirements fall away, step by step. */
const ladder = z
  .object({
    /** Preferred skills and a preferred language. */
    preferredAfter: seconds(0, 86_400, 60),
    /** Levels: any level will do. */
    levelsAfter: seconds(0, 86_400, 120),
    /** The overflow team may take it, too. */
    overflowAfter: seconds(0, 86_400, 180),
    /** Whoever may serve the shop: nobody waits for ever. */
    anybodyAfter: seconds(0, 86_400, 600),
  })
  .refine((at) => at.preferredAfter <= at.levelsAfter, { message: 'order', path: ['levelsAfter'] })
  .refine((at) => at.levelsAfter <= at.overflowAfter, { message: 'order', path: ['overflowAfter'] })
  .refine((at) => at.overflowAfter <= at.anybodyAfter, { message: 'order', path: ['anybodyAfter'] })

/** The policy of a brand. Every part has a default: `{}` is a whole policy that works. */
export const policyShape = z.object({
  /** Off: people take from the queue by hand. */
  automatic: z.boolean().default(true),
  /** The first that holds counts. */
  rules: z.array(rule).max(100).default([]),
  /** What the customer's language asks of the agent. */
  language: z
    .object({
      ask: z.enum(['not', 'preferred', 'required']).default('preferred'),
      level: level.default(3),
    })
    .default({ ask: 'preferred', level: 3 }),
  order: order.default(() => order.parse({})),
  sticky: sticky.default(() => sticky.parse({})),
  ladder: ladder.default(() => ladder.parse({})),
  /** Back to the front of the queue when the agent has not answered for so long. */
  answerWithinSeconds: seconds(10, 86_400, 150),
  /** A transfer returns when it is not accepted for so long. */
  acceptWithinSeconds: seconds(10, 3_600, 60),
  /** From which transfer of a conversation on it goes to the duty lead. */
  leadFromTransfer: z.number().int().min(1).max(20).default(3),
  /** A return from leave ramps up: from this share of the capacity to the whole in so many minutes. */
  ramp: z
    .object({ startShare: z.number().min(0.1).max(1), minutes: z.number().int().min(0).max(2_880) })
    .default({ startShare: 0.5, minutes: 120 }),
})
export type AssignmentPolicy = z.output<typeof policyShape>

/** What holds where a brand has never changed anything; version 0. */
export const defaultPolicy: AssignmentPolicy = policyShape.parse({})
