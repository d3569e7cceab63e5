import { z } from 'zod'
import { id, moment } from '../shape.ts'
import { policyShape } from './policy.ts'

/** One side of a comparison: a policy (null is the one in force) and a roster. */
export const variantShape = z.object({
  policy: policyShape.nullable().default(null),
  /** Capacity of everybody, in units; null leaves each their own. */
  capacity: z.number().min(0.25).max(100).multipleOf(0.25).nullable().default(null),
  /** Agents more than there were: each is like the average, with all skills at level 3. */
  extraAgents: z.number().int().min(0).max(200).default(0),
  /** These were not there. */
  withoutStaffIds: z.array(id).max(500).default([]),
})
export type Variant = z.output<typeof variantShape>

export const simulationInput = z
  .object({
    from: moment,
    to: moment,
    a: variantShape.default(() => variantShape.parse({})),
    b: variantShape.default(() => variantShape.parse({})),
  })
  .refine((input) => Date.parse(input.to) > Date.parse(input.from), { message: 'order', path: ['to'] })
  .refine((input) => Date.parse(input.to) - Date.parse(input.from) <= 31 * 86_400_000, {
    message: 'too_long',
    path: ['to'],
  })
export type SimulationInput = z.output<typeof simulationInput>

/** Waits are in whole seconds. */
export const figuresShape = z.object({
  arrivals: z.number().int(),
  assigned: z.number().int(),
  /** Still waiting when the period ended. */
  waiting: z.number().int(),
  waitMean: z.number(),
  waitMedian: z.number(),
  waitP90: z.number(),
  waitMost: z.number(),
  /** How many waited longer than the first response is promised in. */
  breaches: z.number().int(),
  breachSeconds: z.number().int(),
  relaxed: z.number().int(),
  sticky: z.number().int(),
  agents: z.array(
    z.object({
      /** Null for somebody who was added. */
      staffId: id.nullable(),
      name: z.string(),
      served: z.number().int(),
      /** Mean of units in hand over capacity while at work, 0 to 1. */
      load: z.number(),
      mostUnits: z.number(),
    }),
  ),
})
export type Figures = z.infer<typeof figuresShape>

export const simulationShape = z.object({
  id,
  brandId: id,
  askedById: id,
  askedByName: z.string(),
  askedAt: moment,
  input: simulationInput,
  /** 0 to 100. */
  progress: z.number().int(),
  result: z.object({ a: figuresShape, b: figuresShape }).nullable(),
  /** A code when it could not be computed. */
  fault: z.string().nullable(),
  finishedAt: moment.nullable(),
})
