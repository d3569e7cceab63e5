import type { Agent } from './agent.ts'
import { type Contender, Contest } from './contest.ts'
import { matchOf } from './requirements.ts'
import type { DecisionRule } from './shapes.ts'
import type { Ranked, Waiting, WaitingGroup } from './waiting.ts'

/** Who gets what, and why. */
export interface Decision {
  readonly conversationId: number
  readonly chosen: Ranked
  readonly rule: DecisionRule
  readonly runnersUp: readonly Ranked[]
  /** How many could have had it. */
  readonly eligible: number
  readonly step: number
}

/** What of the policy a decision looks at. */
export interface PlanPolicy {
  readonly sticky: boolean
}

/**
 * Gives waiting conversations to agents, in order of their keys. Of those who qualify and have room, the choice
 * is: the last agent, the best match of skills and language, the most spare capacity as a share, the longest
 * idle, then the lower number. The same input gives the same plan. Paused agents get their own recent customers
 * only. Costs O(g·a + w·log a) for g groups, a agents with room and w waiting.
 */
export function plan(
  waiting: readonly Waiting[],
  groups: readonly WaitingGroup[],
  agents: readonly Agent[],
  policyOf: (brandId: number) => PlanPolicy,
  now: number,
): Decision[] {
  const contenders = new Map<number, Contender>()
  for (const agent of agents) {
    const takes = agent.state === 'online' || agent.state === 'paused'
    if (takes && agent.capacity > agent.used) contenders.set(agent.profile.staffId, contenderOf(agent))
  }
  const groupById = new Map(groups.map((group) => [group.id, group]))
  const contests = new Map<number, Contest>()
  const contestOf = (group: WaitingGroup) => {
    const known = contests.get(group.id)
    if (known) return known
    const made = Contest.of(group, [...contenders.values()])
    contests.set(group.id, made)
    return made
  }
  const decisions: Decision[] = []
  const inOrder = [...waiting].sort((a, b) => a.orderKey - b.orderKey || a.conversationId - b.conversationId)
  for (const entry of inOrder) {
    const group = groupById.get(entry.groupId)
    if (!group) continue
    const sticky = policyOf(group.brandId).sticky ? stickyOf(entry, group, contenders, now) : null
    const choice = contestOf(group).choose(entry, now, sticky)
    if (!choice) continue
    decisions.push({ conversationId: entry.conversationId, step: entry.step, ...choice })
    const winner = contenders.get(choice.chosen.staffId)
    if (winner) {
      winner.used += entry.units
      winner.idleSince = now
      winner.version++
    }
  }
  return decisions
}

function contenderOf(agent: Agent): Contender {
  const { profile, state, capacity, used, idleSince } = agent
  return { profile, state, capacity, used, idleSince, version: 0 }
}

/** The last agent, where they may have it now. */
function stickyOf(
  entry: Waiting,
  group: WaitingGroup,
  contenders: ReadonlyMap<number, Contender>,
  now: number,
): { contender: Contender; match: number } | null {
  const { sticky } = entry
  const contender = sticky && contenders.get(sticky.staffId)
  if (!sticky || !contender || entry.returnedFrom.includes(sticky.staffId)) return null
  if (now > (contender.state === 'paused' ? sticky.pausedUntil : sticky.until)) return null
  if (contender.used + entry.units > contender.capacity) return null
  const match = matchOf(contender.profile, group.brandId, group.asks)
  return match === null ? null : { contender, match }
}
