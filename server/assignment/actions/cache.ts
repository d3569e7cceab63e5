import type { AgentProfile } from '../../../domain/assignment/agent.ts'
import { type AssignmentPolicy, defaultPolicy } from '../../../domain/assignment/policy.ts'
import type { Platform, Tx } from '../../platform/work.ts'
import { selectPeakBrands, selectProfiles } from '../store/agents.ts'
import { selectPolicies, type VersionedPolicy } from '../store/policy.ts'
import { type GroupRow, selectGroupsAfter } from '../store/queue.ts'

/** What one process remembers between two plans; everything in it can be read again. */
export interface Known {
  profiles: ReadonlyMap<number, AgentProfile>
  policies: ReadonlyMap<number, VersionedPolicy>
  peakBrands: ReadonlySet<number>
  readonly groups: Map<number, GroupRow>
  /** When profiles, policies and peaks were read, epoch milliseconds. */
  readAt: number
  lastGroup: number
}

const known = new WeakMap<Platform, Known>()
/** Skills have dates and peaks begin by themselves: nothing is believed longer, in milliseconds. */
const believedFor = 10_000

/** What is known, read again where it is too old. */
export async function knownNow(platform: Platform, tx: Tx): Promise<Known> {
  const now = platform.now().getTime()
  const have = known.get(platform)
  if (have && Math.abs(now - have.readAt) < believedFor) return have
  const moment = new Date(now)
  const [profiles, policies, peaks] = [
    await selectProfiles(tx, moment),
    await selectPolicies(tx),
    await selectPeakBrands(tx, moment),
  ]
  const fresh: Known = {
    profiles: new Map(profiles.map((one) => [one.staffId, one])),
    policies,
    peakBrands: new Set(peaks),
    groups: have?.groups ?? new Map(),
    readAt: now,
    lastGroup: have?.lastGroup ?? 0,
  }
  known.set(platform, fresh)
  return fresh
}

/** Staff, roles, teams, skills or a policy have changed: everything is read again before the next plan. */
export function forgetKnown(platform: Platform): void {
  const have = known.get(platform)
  if (have) have.readAt = Number.NEGATIVE_INFINITY
}

/** Learns of groups that others have made since. */
export async function learnGroups(have: Known, tx: Tx): Promise<void> {
  rememberGroups(have, await selectGroupsAfter(tx, have.lastGroup))
}

export function rememberGroups(have: Known, groups: readonly GroupRow[]): void {
  for (const group of groups) {
    have.groups.set(group.id, group)
    have.lastGroup = Math.max(have.lastGroup, group.id)
  }
}

export function policyOf(have: Known, brandId: number): AssignmentPolicy {
  return have.policies.get(brandId)?.policy ?? defaultPolicy
}
