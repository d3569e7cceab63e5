import type { AgentProfile } from '../../../domain/assignment/agent.ts'
import {
  droppedBetween,
  ladderAt,
  lastStep,
  nextStep,
  requirementsAt,
} from '../../../domain/assignment/relax.ts'
import { matchOf, requirementsKey } from '../../../domain/assignment/requirements.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { selectOnDuty } from '../store/agents.ts'
import {
  type DueStep,
  type GroupRow,
  hastenSteps,
  insertRelaxed,
  lockDueSteps,
  moveSteps,
  selectOccupied,
  selectStale,
} from '../store/queue.ts'
import { knownNow, learnGroups, policyOf } from './cache.ts'
import { groupIds, reconcile } from './intake.ts'

/** The most that one sweep moves; transactions stay short. */
export const sweptAtOnce = 500

/** Moves what has waited long enough down the ladder; answers how many. */
export async function relaxDue(platform: Platform): Promise<number> {
  return transact(platform, system, async (work) => {
    const due = await lockDueSteps(work.tx, work.now, sweptAtOnce)
    if (due.length > 0) await relax(work, due)
    return due.length
  })
}

async function relax(work: Work, due: readonly DueStep[]): Promise<void> {
  const have = await knownNow(work.platform, work.tx)
  const moves = due.map((one) => {
    const { ladder } = policyOf(have, one.brandId)
    // At least one step: where nobody on duty could meet this one, its end was brought forward.
    const atLeast = nextStep(one.asked, one.step) ?? one.step
    const place = ladderAt(one.asked, one.since.getTime(), ladder, work.now.getTime(), atLeast)
    return { one, place, key: requirementsKey(place.asks) }
  })
  const wanted = new Map(
    moves.map(({ one, place, key }) => [
      `${one.brandId}|${key}`,
      { brandId: one.brandId, key, asks: place.asks },
    ]),
  )
  const groupOf = await groupIds(work, have, wanted)
  await moveSteps(
    work.tx,
    moves.map(({ one, place, key }) => ({
      conversationId: one.conversationId,
      groupId: groupOf.get(`${one.brandId}|${key}`) ?? 0,
      step: place.step,
      stepAt: place.stepAt === null ? null : new Date(place.stepAt),
    })),
  )
  const relaxed = moves.map(({ one, place }) => ({
    ...one,
    step: place.step,
    dropped: droppedBetween(one.asked, one.step, place.step),
  }))
  await insertRelaxed(work.tx, relaxed, work.now)
}

/**
 * Brings the next step forward where nobody who is there could meet this one, and somebody could serve the shop:
 * waiting for a skill that is not in the house helps nobody.
 */
export async function hastenHopeless(platform: Platform): Promise<number> {
  const tx = platform.kysely
  const have = await knownNow(platform, tx)
  await learnGroups(have, tx)
  const occupied = new Set(await selectOccupied(tx, [...have.groups.keys()]))
  const groups = [...have.groups.values()].filter((group) => occupied.has(group.id))
  if (groups.length === 0) return 0
  const onDuty = (await selectOnDuty(tx)).flatMap((row) => have.profiles.get(row.staffId) ?? [])
  const hopeless = groups.filter((group) => isHopeless(group, onDuty))
  if (hopeless.length === 0) return 0
  return hastenSteps(
    tx,
    hopeless.map((group) => group.id),
    platform.now(),
  )
}

function isHopeless(group: GroupRow, onDuty: readonly AgentProfile[]): boolean {
  if (onDuty.some((profile) => matchOf(profile, group.brandId, group.asks) !== null)) return false
  const atLast = requirementsAt({ ...group.asks, overflowTeamId: null }, lastStep)
  return onDuty.some((profile) => matchOf(profile, group.brandId, atLast) !== null)
}

/** Computes anew what has changed under its entry; answers how many. */
export async function refreshStale(platform: Platform): Promise<number> {
  const stale = await selectStale(platform.kysely, sweptAtOnce)
  if (stale.length > 0) await transact(platform, system, (work) => reconcile(work, stale))
  return stale.length
}
