import type { Agent } from '../../../domain/assignment/agent.ts'
import { effectiveCapacity } from '../../../domain/assignment/capacity.ts'
import { type Decision, plan } from '../../../domain/assignment/plan.ts'
import { matchOf } from '../../../domain/assignment/requirements.ts'
import type { Reason, Standing } from '../../../domain/assignment/shapes.ts'
import type { Ranked, Waiting } from '../../../domain/assignment/waiting.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { type PresenceRow, selectWithRoom } from '../store/agents.ts'
import { type Claim, endOpen, insertClaims, lockForClaim } from '../store/claim.ts'
import { deleteDead, type EntryRow, type GroupRow, selectHeads, selectOccupied } from '../store/queue.ts'
import { type Known, knownNow, policyOf } from './cache.ts'

/** The most that one plan gives away: transactions stay short. */
const mostAtOnce = 250
/** Entries that are read beyond what there is room for: some may not go to whom they came back from. */
const beyond = 10

/**
 * Gives what waits to those who have room. Answers how many have left the queue; more may wait when that is not 0.
 * Costs one look when nobody has room or nobody waits.
 */
export async function planOnce(platform: Platform): Promise<number> {
  const now = platform.now()
  const have = await knownNow(platform, platform.kysely)
  const agents = agentsOf(await selectWithRoom(platform.kysely), have, now).filter(
    (agent) => agent.capacity > agent.used,
  )
  if (agents.length === 0) return 0
  const groups = await occupiedGroups(platform, have, agents)
  const paused = agents.filter((agent) => agent.state === 'paused').map((agent) => agent.profile.staffId)
  if (groups.length === 0 && paused.length === 0) return 0
  const entries = await selectHeads(platform.kysely, groups, paused)
  const decisions = plan(
    entries.map(waitingOf),
    [...have.groups.values()],
    agents,
    (brandId) => ({ sticky: policyOf(have, brandId).sticky.on }),
    now.getTime(),
  ).slice(0, mostAtOnce)
  if (decisions.length === 0) return 0
  return transact(platform, system, (work) => claim(work, have, decisions, entries), now)
}

/** Agents as a plan sees them; who may answer nowhere is left out. */
export function agentsOf(rows: readonly PresenceRow[], have: Known, now: Date): Agent[] {
  return rows.flatMap((row) => {
    const profile = have.profiles.get(row.staffId)
    if (!profile) return []
    const brands = profile.everywhere ? [...have.policies.keys()] : profile.brandIds
    const peakOn = profile.everywhere
      ? have.peakBrands.size > 0
      : profile.brandIds.some((brandId) => have.peakBrands.has(brandId))
    const capacity = effectiveCapacity(
      { ...row, peakOn, backSince: row.backSince?.getTime() ?? null },
      policyOf(have, brands[0] ?? 0).ramp,
      now.getTime(),
    )
    return [{ profile, state: row.state, capacity, used: row.used, idleSince: row.idleSince.getTime() }]
  })
}

/** Groups in which somebody waits for whom one of the agents qualifies, and how many of each to read. */
async function occupiedGroups(
  platform: Platform,
  have: Known,
  agents: readonly Agent[],
): Promise<{ id: number; most: number }[]> {
  const online = agents.filter((agent) => agent.state === 'online')
  const matched: { id: number; most: number }[] = []
  const automatic = [...have.groups.values()].filter((group) => policyOf(have, group.brandId).automatic)
  // Few agents: leave out the groups that none of them serves before looking. Many: look first.
  const few = online.length * automatic.length <= 20_000
  const occupied = few ? null : await selectOccupied(platform.kysely, idsOf(automatic))
  for (const group of occupied ? automatic.filter((one) => occupied.includes(one.id)) : automatic) {
    let room = 0
    for (const agent of online) {
      if (matchOf(agent.profile, group.brandId, group.asks) === null) continue
      room += Math.max(1, Math.ceil((agent.capacity - agent.used) * 2))
      if (room >= mostAtOnce) break
    }
    if (room > 0) matched.push({ id: group.id, most: Math.min(mostAtOnce, room) + beyond })
  }
  return matched
}

function idsOf(groups: readonly GroupRow[]): number[] {
  return groups.map((group) => group.id)
}

function waitingOf(entry: EntryRow): Waiting {
  const { conversationId, groupId, units, step, returnedFrom } = entry
  return {
    conversationId,
    groupId,
    units,
    step,
    returnedFrom,
    orderKey: entry.orderKey.getTime(),
    sticky:
      entry.stickyStaffId === null
        ? null
        : {
            staffId: entry.stickyStaffId,
            until: entry.stickyUntil?.getTime() ?? 0,
            pausedUntil: entry.stickyPausedUntil?.getTime() ?? 0,
          },
    returnedUntil: entry.returnedUntil?.getTime() ?? 0,
  }
}

/**
 * Locks conversations, then agents, looks again at what holds, and writes it; entries that are dead are taken out.
 * Answers how many entries have left the queue.
 */
async function claim(
  work: Work,
  have: Known,
  decisions: readonly Decision[],
  entries: readonly EntryRow[],
): Promise<number> {
  const ids = decisions.map((one) => one.conversationId)
  const staffIds = [...new Set(decisions.map((one) => one.chosen.staffId))]
  const { free, agents, open } = await lockForClaim(work.tx, ids, staffIds)
  const room = new Map(agentsOf(agents, have, work.now).map((agent) => [agent.profile.staffId, agent]))
  const entryOf = new Map(entries.map((entry) => [entry.conversationId, entry]))
  const claims = decisions.flatMap((decision) => {
    const agent = room.get(decision.chosen.staffId)
    const entry = entryOf.get(decision.conversationId)
    if (!agent || !entry || !free.has(decision.conversationId)) return []
    const takes = agent.state === 'online' || (agent.state === 'paused' && decision.rule === 'sticky')
    if (!takes || agent.used + entry.units > agent.capacity) return []
    room.set(decision.chosen.staffId, { ...agent, used: agent.used + entry.units })
    return [claimOf(decision, entry, have, work.now)]
  })
  const gone = ids.filter((id) => !free.has(id))
  const dead = gone.length > 0 ? await deleteDead(work.tx, gone) : 0
  if (claims.length === 0) return dead
  if (open) await endOpen(work.tx, [...free], 'released', work.now)
  await insertClaims(work.tx, claims, work.now)
  return claims.length + dead
}

function claimOf(decision: Decision, entry: EntryRow, have: Known, now: Date): Claim {
  const brandId = have.groups.get(entry.groupId)?.brandId ?? 0
  const { chosen } = decision
  const reason: Reason = {
    rule: decision.rule,
    match: chosen.match,
    spare: chosen.spare,
    idleSince: new Date(chosen.idleSince).toISOString(),
    eligible: decision.eligible,
    step: decision.step,
  }
  return {
    conversationId: decision.conversationId,
    staffId: chosen.staffId,
    policyVersion: have.policies.get(brandId)?.version ?? 0,
    reason,
    runnersUp: decision.runnersUp.map(standingOf),
    queuedAt: entry.enqueuedAt,
    answerBy: new Date(now.getTime() + policyOf(have, brandId).answerWithinSeconds * 1000),
  }
}

function standingOf(one: Ranked): Standing {
  return { ...one, idleSince: new Date(one.idleSince).toISOString() }
}
