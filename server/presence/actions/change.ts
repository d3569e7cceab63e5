import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import { breakEnds, usedUpQuota } from '../../../domain/presence/breaks.ts'
import type { PresenceCause, PresenceState } from '../../../domain/presence/state.ts'
import { nextPresence, type PresenceCommand } from '../../../domain/presence/transitions.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { lockTeamsOf, selectBreakKind, selectTeamsOnBreak } from '../store/breaks.ts'
import type { PresenceRecord } from '../store/people.ts'
import { beginPeriod, prolong } from '../store/period.ts'

export interface PresenceChange {
  readonly command: PresenceCommand
  readonly cause: PresenceCause
  readonly byStaffId?: number
  readonly breakKindId?: number | null
  /** When the state begins; now when left out. Never before the present one began. */
  readonly at?: Date
  readonly untilAt?: Date | null
  /** Where the connection was lost, when it is back. */
  readonly lostFrom?: PresenceState
}

/** Audience keys of somebody's presence: themselves and their teams. */
export function presenceAudience(who: Pick<PresenceRecord, 'staffId' | 'teamIds'>): string[] {
  return [audience.staff(who.staffId), ...who.teamIds.map(audience.team)]
}

/**
 * Moves somebody whose row is locked: state, history and event at once. Asking for the state that is there changes
 * nothing. When a clock was set back, the new stretch begins where the present one did, so that none is negative.
 * Refuses `presence_impossible`.
 */
export async function changePresence(work: Work, who: PresenceRecord, change: PresenceChange): Promise<void> {
  const thenState = who.thenState ?? 'online'
  const to = nextPresence(who.state, change.command, { thenState, lostFrom: change.lostFrom ?? null })
  if (to === null) throw refuse('presence_impossible', { state: who.state, command: change.command })
  const breakKindId = change.breakKindId ?? null
  if (to === who.state && breakKindId === who.breakKindId) {
    if (to === 'wrap_up' && change.untilAt) await prolong(work.tx, who.staffId, change.untilAt)
    return
  }
  const wished = change.at ?? work.now
  const at = wished < who.since ? who.since : wished
  await beginPeriod(work.tx, {
    staffId: who.staffId,
    state: to,
    at,
    untilAt: change.untilAt ?? null,
    breakKindId,
    thenState: keptThenState(who, to),
    backSince: backSince(who, to, at),
    cause: change.cause,
    byStaffId: change.byStaffId ?? null,
  })
  await appendEvent(work, {
    name: 'presence.changed',
    brandId: null,
    data: {
      staffId: who.staffId,
      from: who.state,
      to,
      breakKindId,
      cause: change.cause,
      byStaffId: change.byStaffId ?? null,
    },
    audience: presenceAudience(who),
    happenedAt: at,
  })
}

/** What follows wrap-up time: the state before it; kept also while a lost connection interrupts it. */
function keptThenState(who: PresenceRecord, to: PresenceState) {
  if (to === 'wrap_up') return who.state === 'paused' ? 'paused' : 'online'
  return to === 'offline' && who.state === 'wrap_up' ? who.thenState : null
}

/** Who was away over the end of a leave comes back at this moment, not when the leave ended. */
function backSince(who: PresenceRecord, to: PresenceState, at: Date): Date | null {
  const returns = who.state === 'offline' && to !== 'offline'
  const { backSince } = who
  return returns && backSince && who.since <= backSince && backSince <= at ? at : backSince
}

/**
 * What a break of this kind needs, for somebody whose row is locked. Two who want the last place of a team come one
 * after the other. Refuses `break_kind_not_found`, `break_kind_archived`, and, unless a lead sends them,
 * `break_quota_used` with who is on a break.
 */
export async function prepareBreak(
  work: Work,
  who: PresenceRecord,
  breakKindId: number,
  sent: boolean,
): Promise<Pick<PresenceChange, 'breakKindId' | 'untilAt'>> {
  const kind = await selectBreakKind(work.tx, breakKindId)
  if (!kind) throw refuse('break_kind_not_found')
  if (kind.archived) throw refuse('break_kind_archived')
  if (!sent && who.state !== 'break') {
    await lockTeamsOf(work.tx, who.staffId)
    const full = usedUpQuota(await selectTeamsOnBreak(work.tx, who.staffId))
    if (full) {
      const { teamId, name, mostOnBreak, people } = full
      throw refuse('break_quota_used', { teamId, teamName: name, mostOnBreak, onBreak: people })
    }
  }
  return { breakKindId, untilAt: breakEnds(work.now, kind.limitMinutes) }
}
