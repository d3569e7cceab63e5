import { orderKey } from '../../../domain/assignment/order-key.ts'
import type { AssignmentPolicy } from '../../../domain/assignment/policy.ts'
import { type LadderPlace, ladderAt } from '../../../domain/assignment/relax.ts'
import { type Demand, demandOf, requirementsKey } from '../../../domain/assignment/requirements.ts'
import { stageOf } from '../../../domain/assignment/stage.ts'
import type { Work } from '../../platform/work.ts'
import {
  deleteEntries,
  ensureGroups,
  type NewEntry,
  type QueuedRow,
  selectQueued,
  updateSorted,
  upsertEntries,
} from '../store/queue.ts'
import { type Known, knownNow, policyOf, rememberGroups } from './cache.ts'

const hour = 3_600_000

/**
 * Makes the queue agree with these conversations: who waits has an entry with what is asked of an agent, and
 * nobody else. Doing it again changes nothing.
 */
export async function reconcile(work: Work, conversationIds: readonly number[]): Promise<void> {
  if (conversationIds.length === 0) return
  const { tx, now } = work
  const have = await knownNow(work.platform, tx)
  const rows = await selectQueued(tx, conversationIds, now)
  const waits = new Set(rows.map((row) => row.id))
  await deleteEntries(
    tx,
    conversationIds.filter((id) => !waits.has(id)),
  )
  if (rows.length === 0) return
  const computed = rows.map((row) => compute(row, have, now))
  const groupOf = await groupsFor(work, have, computed)
  await updateSorted(
    tx,
    computed.flatMap(({ row, stage, demand }) => {
      const teamId = demand.asked.teamIds[0] ?? null
      const knows = row.stage === stage && (row.teamId !== null || teamId === null)
      return knows ? [] : [{ id: row.id, stage, teamId }]
    }),
  )
  await upsertEntries(
    tx,
    computed.map((one) => entryOf(one, groupOf)),
  )
}

interface Computed {
  readonly row: QueuedRow
  readonly policy: AssignmentPolicy
  readonly stage: QueuedRow['stage']
  readonly demand: Demand
  readonly since: Date
  readonly place: LadderPlace
}

function compute(row: QueuedRow, have: Known, now: Date): Computed {
  const policy = policyOf(have, row.brandId)
  const stage = stageOf(row.orderState) ?? row.stage
  const demand = demandOf({ ...row, stage }, policy)
  const since = row.returnedAt && row.returnedAt > row.enqueuedAt ? row.returnedAt : row.enqueuedAt
  const place = ladderAt(demand.asked, since.getTime(), policy.ladder, now.getTime(), row.step ?? 0)
  return { row, policy, stage, demand, since, place }
}

async function groupsFor(
  work: Work,
  have: Known,
  computed: readonly Computed[],
): Promise<Map<string, number>> {
  const wanted = new Map<string, { brandId: number; key: string; asks: LadderPlace['asks'] }>()
  for (const { row, place } of computed) {
    const key = requirementsKey(place.asks)
    wanted.set(`${row.brandId}|${key}`, { brandId: row.brandId, key, asks: place.asks })
  }
  return groupIds(work, have, wanted)
}

/** Numbers of the groups by brand and key; asks the database only for those not known yet. */
export async function groupIds(
  work: Work,
  have: Known,
  wanted: ReadonlyMap<string, { brandId: number; key: string; asks: LadderPlace['asks'] }>,
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const group of have.groups.values()) {
    const name = `${group.brandId}|${group.key}`
    if (wanted.has(name)) found.set(name, group.id)
  }
  const missing = [...wanted].filter(([name]) => !found.has(name)).map(([, one]) => one)
  if (missing.length === 0) return found
  const made = await ensureGroups(work.tx, missing)
  work.afterCommit(() => rememberGroups(have, made))
  for (const group of made) found.set(`${group.brandId}|${group.key}`, group.id)
  return found
}

function entryOf(one: Computed, groupOf: ReadonlyMap<string, number>): NewEntry {
  const { row, policy, demand, since, place } = one
  const dueAt = row.dueAt?.getTime() ?? null
  const key = orderKey(
    {
      enqueuedAt: row.enqueuedAt.getTime(),
      priority: demand.priority,
      dueAt,
      offlineMessage: row.offlineMessageAt !== null,
    },
    policy.order,
  )
  const after = (hours: number) => (row.lastAt ? new Date(row.lastAt.getTime() + hours * hour) : null)
  return {
    conversationId: row.id,
    brandId: row.brandId,
    groupId: groupOf.get(`${row.brandId}|${requirementsKey(place.asks)}`) ?? 0,
    orderKey: new Date(key),
    enqueuedAt: row.enqueuedAt,
    since,
    step: place.step,
    stepAt: place.stepAt === null ? null : new Date(place.stepAt),
    units: row.units,
    priority: demand.priority,
    asked: demand.asked,
    stickyStaffId: row.lastStaffId,
    stickyUntil: after(policy.sticky.hours),
    stickyPausedUntil: after(policy.sticky.pausedHours),
    returnedFrom: row.returnedFrom,
    returnedUntil: row.returnedAt
      ? new Date(row.returnedAt.getTime() + policy.ladder.preferredAfter * 1000)
      : null,
  }
}
