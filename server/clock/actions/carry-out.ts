import type { Pause } from '../../../domain/clock/clock.ts'
import type { ClockCommand } from '../../../domain/clock/fold.ts'
import type { ClockKind } from '../../../domain/clock/kinds.ts'
import { appendEvents, type NewEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { calendarsOf, policiesOf, type ServiceCalendar } from '../kept.ts'
import type { VersionKey } from '../store/calendars.ts'
import {
  type ClockPlace,
  type ClockRow,
  insertClocks,
  lockOpenClocks,
  type NewClock,
  selectPlaces,
  tellNearest,
  updateClocks,
  type WrittenClock,
} from '../store/clocks.ts'
import { momentsOf } from '../times.ts'
import { chooseTargets } from './choose.ts'
import { clockEvent } from './clock-event.ts'

/** What is to be done to the clocks of one conversation, in order. */
export interface Ordered {
  readonly conversationId: number
  readonly commands: readonly ClockCommand[]
}

/** A clock while a batch is worked on. New ones have no number yet. */
interface Held {
  readonly id: number | null
  readonly clock: Omit<NewClock, keyof WrittenClock>
  written: WrittenClock
  changed: boolean
  /** It was broken, which shows only now: the answer came before the sweep. */
  brokenLate: boolean
}

/** Carries out the commands for all conversations with a few statements, and appends what was broken unseen. */
export async function carryOut(work: Work, orders: readonly Ordered[]): Promise<void> {
  const ids = orders.map((order) => order.conversationId)
  const places = new Map((await selectPlaces(work.tx, ids)).map((place) => [place.id, place]))
  const rows = await lockOpenClocks(work.tx, ids)
  const open = Map.groupBy(rows, (row) => row.conversationId)
  const starts = orders.some((order) => order.commands.some((command) => command.do === 'start'))
  const choose = await chooseTargets(work.tx, starts ? [...places.values()] : [])
  const calendar = await calendarsFor(work, rows, choose.calendars)
  const policy = await policiesOf(work.tx, [
    ...rows.map((row) => ({ id: row.policyId, version: row.policyVersion })),
    ...choose.policies,
  ])

  const moments = (clock: Held['clock'], stepsDone: number, pauses: readonly Pause[]) =>
    momentsOf(
      { ...clock, stepsDone },
      policy({ id: clock.policyId, version: clock.policyVersion }),
      calendar(clock),
      pauses,
    )

  const all = new Set<Held>()
  for (const { conversationId, commands } of orders) {
    const place = places.get(conversationId)
    if (!place) continue
    const held = new Map<ClockKind, Held>(
      (open.get(conversationId) ?? []).map((row) => [row.kind, heldOf(row, place)]),
    )
    for (const command of commands) {
      const one = held.get(command.kind)
      if (command.do === 'start' && !one) {
        const clock = choose.clockFor(place, command.kind, new Date(command.at))
        if (!clock) continue
        const started = { ...fresh, ...moments(clock, 0, []) }
        const made: Held = { id: null, clock, written: started, changed: true, brokenLate: false }
        held.set(command.kind, made)
        all.add(made)
      } else if (one) {
        obey(one, command, moments)
        all.add(one)
        if (one.written.endedAt) held.delete(command.kind)
      }
    }
  }
  await save(
    work,
    [...all].filter((one) => one.changed),
    places,
  )
}

const fresh: WrittenClock = {
  stage: 'running',
  warnAt: null,
  dueAt: null,
  nextAt: null,
  pauses: [],
  stepsDone: 0,
  staffId: null,
  breachedAt: null,
  endedAt: null,
}

type MomentsOf = (
  clock: Held['clock'],
  stepsDone: number,
  pauses: readonly Pause[],
) => Pick<WrittenClock, 'warnAt' | 'dueAt' | 'nextAt'>

/** A broken clock no longer pauses: it is overdue until it is met. */
function obey(held: Held, command: ClockCommand, moments: MomentsOf): void {
  const { written, clock } = held
  const at = new Date(command.at)
  const { pauses, breachedAt } = written
  if (command.do === 'start' || (breachedAt && (command.do === 'pause' || command.do === 'resume'))) return
  held.changed = true
  switch (command.do) {
    case 'pause':
      held.written = {
        ...written,
        stage: 'paused',
        pauses: [...pauses, [command.at, null]],
        warnAt: null,
        dueAt: null,
        nextAt: null,
      }
      break
    case 'resume': {
      const closed = pauses.map(([from, to]): Pause => [from, to ?? Math.max(from, command.at)])
      const stage = written.stepsDone > 0 ? 'warned' : 'running'
      held.written = { ...written, stage, pauses: closed, ...moments(clock, written.stepsDone, closed) }
      break
    }
    case 'meet': {
      const late = !breachedAt && written.dueAt !== null && at > written.dueAt
      held.brokenLate = late
      held.written = {
        ...written,
        stage: 'met',
        nextAt: null,
        endedAt: at,
        staffId: command.staffId,
        breachedAt: late ? written.dueAt : breachedAt,
      }
      break
    }
    case 'cancel':
      held.written = { ...written, stage: 'cancelled', nextAt: null, endedAt: at }
  }
}

function heldOf(row: ClockRow, place: ClockPlace): Held {
  const { id, stage, warnAt, dueAt, pauses, stepsDone, staffId, breachedAt, endedAt, ...clock } = row
  const written = { stage, warnAt, dueAt, nextAt: null, pauses, stepsDone, staffId, breachedAt, endedAt }
  return { id, clock: { ...clock, brandId: place.brandId }, written, changed: false, brokenLate: false }
}

async function calendarsFor(
  work: Work,
  rows: readonly ClockRow[],
  chosen: readonly VersionKey[],
): Promise<(clock: Held['clock']) => ServiceCalendar | null> {
  const keys = rows.flatMap(({ calendarId: id, calendarVersion: version }) =>
    id === null || version === null ? [] : [{ id, version }],
  )
  const calendar = await calendarsOf(work.tx, [...keys, ...chosen])
  return ({ calendarId: id, calendarVersion: version }) =>
    id === null || version === null ? null : calendar({ id, version })
}

async function save(work: Work, changed: readonly Held[], places: Map<number, ClockPlace>): Promise<void> {
  if (changed.length === 0) return
  // The ended go first: of each kind one may be open.
  const known = changed.flatMap((one) => (one.id === null ? [] : [{ ...one.written, id: one.id }]))
  await updateClocks(work.tx, known)
  const fresh = changed.filter((one) => one.id === null)
  const numbers = await insertClocks(
    work.tx,
    fresh.map((one) => ({ ...one.clock, ...one.written })),
  )
  await tellNearest(work.tx, [...new Set(changed.map((one) => one.clock.conversationId))])
  const numberOf = (one: Held) =>
    one.id ??
    numbers.find(
      (n) =>
        n.conversationId === one.clock.conversationId &&
        n.kind === one.clock.kind &&
        n.startedAt.getTime() === one.clock.startedAt.getTime(),
    )?.id
  const events: NewEvent<'clock.breached'>[] = []
  for (const one of changed.filter((held) => held.brokenLate)) {
    const place = places.get(one.clock.conversationId)
    const id = numberOf(one)
    if (place && id !== undefined && one.written.breachedAt) {
      events.push({
        name: 'clock.breached',
        ...clockEvent({ ...one.clock, id }, { ...place, assigneeId: one.written.staffId }),
        happenedAt: one.written.breachedAt,
      })
    }
  }
  await appendEvents(work, events)
}
