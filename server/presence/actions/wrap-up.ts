import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { lockWrappedUp } from '../store/lease.ts'
import { selectWrapUpSeconds } from '../store/load.ts'
import { lockPresence } from '../store/people.ts'
import { changePresence } from './change.ts'

const batch = 200

/**
 * Somebody has resolved a conversation of this channel: where it has wrap-up time, theirs begins. Who is on a break or
 * offline stays so. Called after the conversation's row was locked, as everywhere.
 */
export async function beginWrapUp(work: Work, staffId: number, channelId: number): Promise<void> {
  const seconds = await selectWrapUpSeconds(work.tx, channelId)
  if (seconds === 0) return
  const [who] = await lockPresence(work.tx, [staffId])
  if (!who || who.state === 'break' || who.state === 'offline') return
  await changePresence(work, who, {
    command: 'begin_wrap_up',
    cause: 'clock',
    untilAt: new Date(work.now.getTime() + seconds * 1000),
  })
}

/** Ends wrap-up time that is over, at the moment at which it was over, however late that is found. Answers how many. */
export async function endWrapUps(platform: Platform): Promise<number> {
  return transact(platform, system, async (work) => {
    const staffIds = await lockWrappedUp(work.tx, work.now, batch)
    for (const who of await lockPresence(work.tx, staffIds)) {
      const at = who.untilAt ?? work.now
      await changePresence(work, who, { command: 'time_over', cause: 'clock', at })
    }
    return staffIds.length
  })
}
