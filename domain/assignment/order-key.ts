import type { AssignmentPolicy } from './policy.ts'

/** What decides the place in the queue; moments in epoch milliseconds. */
export interface OrderFacts {
  readonly enqueuedAt: number
  readonly priority: number
  /** When the nearest promise falls due; null when none runs. */
  readonly dueAt: number | null
  readonly offlineMessage: boolean
}

/**
 * The place in the queue, smallest first, in epoch milliseconds: `min(enqueued - bonus(priority), due - margin)`.
 * It does not change with time, so that waiting costs nothing and nobody starves: what comes a bonus later than
 * another never overtakes it.
 */
export function orderKey(facts: OrderFacts, order: AssignmentPolicy['order']): number {
  const bonus = facts.priority * order.bonusSeconds + (facts.offlineMessage ? order.offlineBonusSeconds : 0)
  const byAge = facts.enqueuedAt - bonus * 1000
  return facts.dueAt === null ? byAge : Math.min(byAge, facts.dueAt - order.marginSeconds * 1000)
}
