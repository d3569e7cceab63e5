import { refuse } from '../../../domain/errors.ts'
import type { PresenceRow } from '../../../domain/presence/endpoints.ts'
import { type ChosenState, commandFor, mayLeadPut } from '../../../domain/presence/transitions.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import type { Work } from '../../platform/work.ts'
import { accessLed } from '../access.ts'
import { lockPresence, type PresenceRecord } from '../store/people.ts'
import { changePresence, prepareBreak } from './change.ts'
import { readPresence } from './read.ts'

export interface PresenceWish {
  readonly state: ChosenState
  readonly breakKindId: number | null
}

/** The viewer says whether they are there. Refuses what `prepareBreak` refuses. */
export async function setMyPresence(work: Work, viewer: Viewer, wish: PresenceWish): Promise<PresenceRow> {
  const who = await lockOne(work, viewer.staffId)
  const rest = wish.breakKindId === null ? {} : await prepareBreak(work, who, wish.breakKindId, false)
  await changePresence(work, who, { command: commandFor[wish.state], cause: 'self', ...rest })
  return readPresence(work, viewer.staffId)
}

/**
 * A lead pauses somebody, sends them on a break (also beyond the quota), ends it, or puts them offline.
 * Refuses `presence_not_found`, `presence_not_there`, `break_kind_not_found`, `break_kind_archived`.
 */
export async function setPresence(
  work: Work,
  viewer: Viewer,
  staffId: number,
  wish: PresenceWish,
): Promise<PresenceRow> {
  await accessLed(work.tx, viewer, staffId, work.now)
  const who = await lockOne(work, staffId)
  if (!mayLeadPut(who.state, wish.state)) throw refuse('presence_not_there')
  const rest = wish.breakKindId === null ? {} : await prepareBreak(work, who, wish.breakKindId, true)
  const change = {
    command: commandFor[wish.state],
    cause: 'lead',
    byStaffId: viewer.staffId,
    ...rest,
  } as const
  await changePresence(work, who, change)
  return readPresence(work, staffId)
}

async function lockOne(work: Work, staffId: number): Promise<PresenceRecord> {
  const [who] = await lockPresence(work.tx, [staffId])
  if (!who) throw refuse('presence_not_found')
  return who
}
