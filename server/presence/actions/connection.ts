import { breakEnds } from '../../../domain/presence/breaks.ts'
import { comesBackWithinMs, connectionGraceMs, leaseMs } from '../../../domain/presence/state.ts'
import { nextPresence } from '../../../domain/presence/transitions.ts'
import { type Platform, system, transact } from '../../platform/work.ts'
import { selectBreakKind } from '../store/breaks.ts'
import { deleteEndedLeases, endLease, lockUnconnected, renewLeases } from '../store/lease.ts'
import { lockPresence } from '../store/people.ts'
import { selectPeriods } from '../store/period.ts'
import { changePresence } from './change.ts'

const batch = 200
/** Leases that ended this long ago, of people who are offline, are of no more use. */
const leaseKeptMs = 3_600_000

/**
 * The first connection of somebody in this process. Who was put offline by a lost one a short while ago comes back to
 * the state before; for everybody else nothing changes by itself.
 */
export async function connect(platform: Platform, staffId: number): Promise<void> {
  await transact(platform, system, async (work) => {
    await renewLeases(work.tx, platform.processId, [staffId], leaseUntil(work.now))
    const [who] = await lockPresence(work.tx, [staffId])
    if (who?.state !== 'offline' || who.suspended) return
    const [lost, before] = await selectPeriods(work.tx, staffId, null, 2)
    const lately = work.now.getTime() - who.since.getTime() <= comesBackWithinMs
    if (!lost || !before || lost.cause !== 'connection' || !lately) return
    const facts = { thenState: who.thenState ?? 'online', lostFrom: before.state }
    if (nextPresence(who.state, 'connection_back', facts) === null) return
    const change = { command: 'connection_back', cause: 'connection', lostFrom: before.state } as const
    const kind = before.breakKindId === null ? null : await selectBreakKind(work.tx, before.breakKindId)
    // The break goes on: its limit counts from where it began.
    const rest = kind ? { breakKindId: kind.id, untilAt: breakEnds(before.startedAt, kind.limitMinutes) } : {}
    await changePresence(work, who, { ...change, ...rest })
  })
}

/** The last connection of somebody in this process is gone: their grace begins. */
export async function disconnect(platform: Platform, staffId: number): Promise<void> {
  await endLease(platform.kysely, platform.processId, staffId, platform.now())
}

/** This process still holds connections of these people. */
export async function keepConnected(platform: Platform, staffIds: readonly number[]): Promise<void> {
  if (staffIds.length === 0) return
  await renewLeases(platform.kysely, platform.processId, staffIds, leaseUntil(platform.now()))
}

/** Puts offline whose last connection is gone for longer than the grace, and who was suspended. Answers how many. */
export async function putUnconnectedOffline(platform: Platform): Promise<number> {
  return transact(platform, system, async (work) => {
    const endedBefore = new Date(work.now.getTime() - connectionGraceMs)
    const staffIds = await lockUnconnected(work.tx, endedBefore, batch)
    for (const who of await lockPresence(work.tx, staffIds)) {
      await changePresence(work, who, { command: 'lose_connection', cause: 'connection' })
    }
    await deleteEndedLeases(work.tx, new Date(work.now.getTime() - leaseKeptMs))
    return staffIds.length
  })
}

function leaseUntil(now: Date): Date {
  return new Date(now.getTime() + leaseMs)
}
