import type { PolicyDefinition, PolicyMatch } from './policy-shape.ts'

/** What a conversation is like when a clock starts. */
export interface MatchFacts {
  readonly shopId: number
  readonly channelId: number
  /** Its topic and those above it in the tree. */
  readonly topicIds: readonly number[]
  readonly priority: number
  /** Tags of the customer. */
  readonly tagIds: readonly number[]
}

export interface Ranked {
  readonly id: number
  readonly position: number
  readonly definition: Pick<PolicyDefinition, 'match'>
}

/**
 * The policy that holds: of those that match, the one that asks most kinds of things (shop, channel, topic, priority,
 * segment), so that "after-sales in shop A" wins over "shop A"; among equals the one with the lower position.
 */
export function policyFor<P extends Ranked>(policies: readonly P[], facts: MatchFacts): P | null {
  const matching = policies.filter((policy) => matches(policy.definition.match, facts))
  return matching.toSorted(compareRanks)[0] ?? null
}

/** The more specific first, then by position. */
export function compareRanks(a: Ranked, b: Ranked): number {
  const { match: first } = a.definition
  const { match: second } = b.definition
  return specificity(second) - specificity(first) || a.position - b.position || a.id - b.id
}

/** How many kinds of things a match asks. */
export function specificity(match: PolicyMatch): number {
  const lists = [match.shopIds, match.channelIds, match.topicIds, match.tagIds]
  return lists.filter((list) => list.length > 0).length + (match.priorityFrom === null ? 0 : 1)
}

/** Whether all that is asked is so; within one list any will do. */
export function matches(match: PolicyMatch, facts: MatchFacts): boolean {
  const any = (asked: readonly number[], has: readonly number[]) =>
    asked.length === 0 || asked.some((id) => has.includes(id))
  return (
    any(match.shopIds, [facts.shopId]) &&
    any(match.channelIds, [facts.channelId]) &&
    any(match.topicIds, facts.topicIds) &&
    any(match.tagIds, facts.tagIds) &&
    (match.priorityFrom === null || facts.priority >= match.priorityFrom)
  )
}
