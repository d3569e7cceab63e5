import { type ClockTimes, status } from '../../domain/clock/clock.ts'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { type WaitingLevel, waitingLevel } from '../../domain/conversation/waiting.ts'

/** What a row tells of its nearest service clock. */
export type RowClock = Pick<ConversationRow, 'warnAt' | 'dueAt' | 'dueKind'>

/** The row's clock as the rules read it, in epoch milliseconds. */
export function clockTimes({ warnAt, dueAt }: RowClock): ClockTimes {
  return {
    warnAt: warnAt === null ? null : Date.parse(warnAt),
    dueAt: dueAt === null ? null : Date.parse(dueAt),
  }
}

/** How loud a running clock is: amber from its warning on, red from its deadline on. */
export function clockLevel(clock: ClockTimes, now: number): Exclude<WaitingLevel, 'none'> {
  const { standing } = status(clock, now)
  if (standing === 'overdue') return 'breach'
  return standing === 'warned' ? 'warning' : 'quiet'
}

/** How loud a wait is shown: as its clock says; where none runs, by the general three minutes. */
export function waitLevel(since: number, clock: ClockTimes | null, now: number): WaitingLevel {
  return clock === null || clock.dueAt === null ? waitingLevel(since, now) : clockLevel(clock, now)
}

/** Whether a row on which nobody waits should count down all the same: an answer is owed, or time runs out. */
export function countsDown(row: RowClock, now: number): boolean {
  if (row.dueAt === null) return false
  return row.dueKind === 'holding' || clockLevel(clockTimes(row), now) !== 'quiet'
}
