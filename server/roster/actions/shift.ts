import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import { localTime, momentAt, plusDays } from '../../../domain/roster/local-time.ts'
import {
  backFromLeave,
  fitsLength,
  movedByDays,
  overlap,
  type ShiftKind,
} from '../../../domain/roster/shift.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { type Platform, system, type Tx, transact, type Work } from '../../platform/work.ts'
import { requireLed, staffSeen } from '../../presence/access.ts'
import { markBack } from '../../presence/actions/setting.ts'
import { accessTeamSeen, accessTeamWith } from '../../team/access.ts'
import { accessShift } from '../access.ts'
import { selectLeaveStop } from '../store/peak.ts'
import {
  deleteShiftRow,
  insertShifts,
  lockRosterOf,
  type NewShift,
  type ShiftRow,
  selectEndedLeaves,
  selectShifts,
  selectTeamWeek,
  selectTouching,
  updateShiftRow,
} from '../store/shift.ts'

const longestListMs = 62 * 86_400_000
const endedWithinMs = 7 * 86_400_000

interface ShiftQuery {
  readonly from: string
  readonly to: string
  readonly teamId?: number | undefined
  readonly staffId?: number | undefined
}

/** Shifts and leaves that touch the stretch, at most 62 days of it, of the people the viewer sees. */
export async function listShifts(tx: Tx, viewer: Viewer, query: ShiftQuery) {
  const from = new Date(query.from)
  const to = new Date(Math.min(Date.parse(query.to), from.getTime() + longestListMs))
  const seen = await staffSeen(tx, viewer)
  const staffIds = query.staffId === undefined ? seen : seen.filter((id) => id === query.staffId)
  const rows = await selectShifts(tx, { from, to, teamId: query.teamId ?? null, staffIds })
  return {
    shifts: rows.map((row) => ({
      ...row,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
    })),
  }
}

interface ShiftInput {
  readonly staffId: number
  readonly teamId: number | null
  readonly kind: ShiftKind
  readonly startsAt: string
  readonly endsAt: string
  readonly note: string
}

/**
 * Plans a shift or a leave. Refuses `presence_not_found` for somebody whom the viewer does not plan, `team_not_found`,
 * `shift_length`, `shift_overlaps` (which), `leave_stopped` (by which peak event).
 */
export async function createShift(work: Work, viewer: Viewer, input: ShiftInput): Promise<number> {
  await requireLed(work.tx, viewer, [input.staffId], 'roster.manage')
  const shift: NewShift = {
    ...input,
    startsAt: new Date(input.startsAt),
    endsAt: new Date(input.endsAt),
  }
  await requirePlace(work, viewer, shift, null)
  const [shiftId = 0] = await insertShifts(work.tx, [shift], viewer.staffId, work.now)
  await appendShift(work, 'roster.shift_set', { ...shift, id: shiftId })
  return shiftId
}

interface ShiftChange {
  readonly teamId?: number | null | undefined
  readonly startsAt?: string | undefined
  readonly endsAt?: string | undefined
  readonly note?: string | undefined
}

/** Changes a shift or a leave. Refuses `shift_not_found`, and what `createShift` refuses. */
export async function updateShift(
  work: Work,
  viewer: Viewer,
  shiftId: number,
  change: ShiftChange,
): Promise<void> {
  const row = await accessShift(work.tx, viewer, shiftId)
  const next: ShiftRow = {
    ...row,
    teamId: change.teamId === undefined ? row.teamId : change.teamId,
    startsAt: change.startsAt === undefined ? row.startsAt : new Date(change.startsAt),
    endsAt: change.endsAt === undefined ? row.endsAt : new Date(change.endsAt),
    note: change.note ?? row.note,
  }
  await requirePlace(work, viewer, next, shiftId)
  await updateShiftRow(work.tx, next)
  await appendShift(work, 'roster.shift_set', next)
}

/** Takes it off the roster. Refuses `shift_not_found`. */
export async function deleteShift(work: Work, viewer: Viewer, shiftId: number): Promise<void> {
  const row = await accessShift(work.tx, viewer, shiftId)
  await deleteShiftRow(work.tx, shiftId)
  await appendShift(work, 'roster.shift_removed', row)
}

async function requirePlace(
  work: Work,
  viewer: Viewer,
  shift: NewShift,
  shiftId: number | null,
): Promise<void> {
  if (shift.teamId !== null) await accessTeamSeen(work.tx, viewer, shift.teamId)
  if (!fitsLength(shift.kind, shift)) throw refuse('shift_length')
  await lockRosterOf(work.tx, [shift.staffId])
  const [other] = await selectTouching(work.tx, [shift.staffId], shift, shiftId)
  if (other) throw refuse('shift_overlaps', told(other))
  const stop = shift.kind === 'leave' ? await selectLeaveStop(work.tx, shift.staffId, shift) : null
  if (stop) throw refuse('leave_stopped', { peakEventId: stop.id, name: stop.name })
}

function told({ id, kind, startsAt, endsAt }: ShiftRow) {
  return { shiftId: id, kind, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
}

/**
 * Copies the seven days from a moment to the seven after them, by the clock on the wall of that zone. What would
 * overlap is left out and counted. Refuses `team_not_found`, `not_allowed`.
 */
export async function copyWeek(
  work: Work,
  viewer: Viewer,
  teamId: number,
  { from, timeZone }: { readonly from: string; readonly timeZone: string },
): Promise<{ shiftIds: number[]; leftOut: number }> {
  const team = await accessTeamWith(work.tx, viewer, teamId, 'roster.manage')
  const startsAt = new Date(from)
  const { day, minutes } = localTime(startsAt, timeZone)
  const endsAt = momentAt({ day: plusDays(day, 7), minutes }, timeZone)
  const week = await selectTeamWeek(work.tx, teamId, { startsAt, endsAt })
  const staffIds = [...new Set(week.map((shift) => shift.staffId))]
  await lockRosterOf(work.tx, staffIds)
  const moved = week.map(({ id: _, ...shift }) => ({ ...shift, ...movedByDays(shift, 7, timeZone) }))
  const last = new Date(Math.max(endsAt.getTime(), ...moved.map((shift) => shift.endsAt.getTime())))
  const there = await selectTouching(work.tx, staffIds, { startsAt: endsAt, endsAt: last })
  const free = moved.filter(
    (shift) => !there.some((other) => other.staffId === shift.staffId && overlap(other, shift)),
  )
  const shiftIds = await insertShifts(work.tx, free, viewer.staffId, work.now)
  if (shiftIds.length > 0) {
    await appendEvent(work, {
      name: 'roster.week_copied',
      brandId: team.brand_id,
      data: { teamId, shiftIds },
      audience: [audience.team(teamId), ...new Set(free.map((shift) => audience.staff(shift.staffId)))],
    })
  }
  return { shiftIds, leftOut: moved.length - free.length }
}

async function appendShift(
  work: Work,
  name: 'roster.shift_set' | 'roster.shift_removed',
  { id, staffId, teamId, kind }: ShiftRow,
): Promise<void> {
  const teams = teamId === null ? [] : [audience.team(teamId)]
  await appendEvent(work, {
    name,
    brandId: null,
    data: { shiftId: id, staffId, teamId, kind },
    audience: [audience.staff(staffId), ...teams],
  })
}

/** Notes who is back from a long leave, so that their share grows slowly. Answers how many. */
export async function markReturns(platform: Platform): Promise<number> {
  return transact(platform, system, async (work) => {
    const since = new Date(work.now.getTime() - endedWithinMs)
    const leaves = await selectEndedLeaves(work.tx, since, work.now)
    const people = Map.groupBy(leaves, (leave) => leave.staffId)
    let marked = 0
    for (const [staffId, own] of [...people].sort(([a], [b]) => a - b)) {
      const back = backFromLeave(own, work.now)
      if (back === null || back <= since) continue
      await markBack(work, staffId, back)
      marked++
    }
    return marked
  })
}
