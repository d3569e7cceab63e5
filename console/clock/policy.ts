import type { z } from 'zod'
import { defaultPolicy } from '../../domain/clock/defaults.ts'
import type { clockEndpoints } from '../../domain/clock/endpoints.ts'
import type { PolicyDefinition } from '../../domain/clock/policy-shape.ts'

/** A clock policy as it is listed. */
export type Policy = z.infer<typeof clockEndpoints.listPolicies.output>['policies'][number]

export interface PolicyValues {
  name: string
  definition: PolicyDefinition
}

/** A new policy begins with what holds where nobody has changed anything. */
export const newPolicy: PolicyDefinition = defaultPolicy.definition

/** The order after one policy has moved a place up (-1) or down (1); the same order at the ends. */
export function moved(ids: readonly number[], id: number, by: 1 | -1): readonly number[] {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return ids
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}
