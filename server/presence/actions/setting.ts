import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { brandsSeen } from '../../brand/access.ts'
import { accessChannel, shopsSeen } from '../../channel/access.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { accessTeamWith } from '../../team/access.ts'
import { requireLed, requireWide } from '../access.ts'
import {
  type BreakKindChange,
  type BreakKindInput,
  insertBreakKind,
  selectQuotas,
  updateBreakKindRow,
  updateQuota,
} from '../store/breaks.ts'
import { type ChannelLoad, selectChannelLoads, updateChannelLoad } from '../store/load.ts'
import { type CapacityOf, lockPresence, updateBackSince, updateCapacities } from '../store/people.ts'
import { presenceAudience } from './change.ts'

/** Sets how many units people may have in hand. Refuses `presence_not_found` if the viewer does not lead one of them. */
export async function setCapacities(
  work: Work,
  viewer: Viewer,
  people: readonly CapacityOf[],
): Promise<void> {
  const byId = new Map(people.map((one) => [one.staffId, one]))
  await requireLed(work.tx, viewer, [...byId.keys()])
  const rows = await lockPresence(work.tx, [...byId.keys()])
  const changed = new Set(await updateCapacities(work.tx, [...byId.values()]))
  for (const who of rows) {
    const set = byId.get(who.staffId)
    if (!set || !changed.has(who.staffId)) continue
    await appendEvent(work, {
      name: 'presence.capacity_set',
      brandId: null,
      data: set,
      audience: presenceAudience(who),
    })
  }
}

/** Adds a kind of break. Refuses `not_allowed`. */
export async function createBreakKind(work: Work, viewer: Viewer, kind: BreakKindInput): Promise<number> {
  requireWide(viewer)
  const breakKindId = await insertBreakKind(work.tx, kind, work.now)
  await appendBreakKind(work, breakKindId)
  return breakKindId
}

/** Changes a kind of break; breaks under way keep their limit. Refuses `break_kind_not_found`, `not_allowed`. */
export async function updateBreakKind(
  work: Work,
  viewer: Viewer,
  breakKindId: number,
  change: BreakKindChange,
): Promise<void> {
  requireWide(viewer)
  if (!(await updateBreakKindRow(work.tx, breakKindId, change, work.now)))
    throw refuse('break_kind_not_found')
  await appendBreakKind(work, breakKindId)
}

async function appendBreakKind(work: Work, breakKindId: number): Promise<void> {
  await appendEvent(work, {
    name: 'presence.break_kind_set',
    brandId: null,
    data: { breakKindId },
    audience: [audience.everybody],
  })
}

/** Teams of the brands that the viewer sees, with their places for breaks. */
export async function listBreakQuotas(tx: Tx, viewer: Viewer) {
  return { quotas: await selectQuotas(tx, await brandsSeen(tx, viewer)) }
}

/** Who is on a break already stays there. Refuses `team_not_found`, `not_allowed`. */
export async function setBreakQuota(
  work: Work,
  viewer: Viewer,
  teamId: number,
  mostOnBreak: number | null,
): Promise<void> {
  const team = await accessTeamWith(work.tx, viewer, teamId, 'presence.manage')
  await updateQuota(work.tx, teamId, mostOnBreak)
  await appendEvent(work, {
    name: 'presence.quota_set',
    brandId: team.brand_id,
    data: { teamId, mostOnBreak },
    audience: [audience.everybody],
  })
}

/** Channels of the shops that the viewer sees, with what their conversations cost. */
export async function listChannelLoads(tx: Tx, viewer: Viewer) {
  return { channels: await selectChannelLoads(tx, await shopsSeen(tx, viewer)) }
}

/** Sets what a conversation costs; what everybody has in hand is counted anew. Refuses `channel_not_found`, `not_allowed`. */
export async function setChannelLoad(
  work: Work,
  viewer: Viewer,
  channelId: number,
  load: ChannelLoad,
): Promise<void> {
  const channel = await accessChannel(work.tx, viewer, channelId, 'presence.manage')
  await updateChannelLoad(work.tx, channelId, load)
  await appendEvent(work, {
    name: 'presence.channel_load_set',
    brandId: channel.brand_id,
    data: { channelId, ...load },
    audience: [audience.shop(channel.shop_id)],
  })
}

/** Somebody's leave ended at this moment: from here, or from when they come, their share grows. */
export async function markBack(work: Work, staffId: number, at: Date): Promise<void> {
  await updateBackSince(work.tx, staffId, at)
}
