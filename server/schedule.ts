import { endResolved } from './conversation/actions/close.ts'
import { removeLooseFiles } from './file/actions.ts'
import { forgetOld } from './platform/housekeeping.ts'
import type { Platform } from './platform/work.ts'
import { endWrapUps } from './presence/actions/wrap-up.ts'
import { sweepUnconnected } from './presence/jobs.ts'
import { handOnDueRatingMails } from './rating/actions/mail.ts'
import { markReturns } from './roster/actions/shift.ts'
import { handOnDueAnswers } from './widget/actions/answer-mail.ts'

interface Entry {
  readonly name: string
  readonly everyMs: number
  run(platform: Platform): Promise<unknown>
}

/** What runs by the clock. Every process runs it; rows are locked, so nothing happens twice. */
const entries: readonly Entry[] = [
  { name: 'end resolved conversations', everyMs: 5_000, run: endResolved },
  { name: 'end wrap-up time', everyMs: 1_000, run: endWrapUps },
  { name: 'put offline whose connection is gone', everyMs: 5_000, run: sweepUnconnected },
  { name: 'note who is back from leave', everyMs: 60_000, run: markReturns },
  { name: 'mail answers', everyMs: 10_000, run: handOnDueAnswers },
  { name: 'mail rating invitations', everyMs: 10_000, run: handOnDueRatingMails },
  { name: 'remove loose files', everyMs: 3_600_000, run: removeLooseFiles },
  { name: 'forget what is old', everyMs: 600_000, run: forgetOld },
]

export interface Schedule {
  stop(): Promise<void>
}

/** Starts the schedule: each entry at once, then at its pace, never beside itself. */
export function startSchedule(platform: Platform): Schedule {
  let stopped = false
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const once = async (entry: Entry) => {
    try {
      await entry.run(platform)
    } catch (error) {
      platform.log.error(
        { err: error, entry: entry.name },
        'a scheduled step failed; it runs again at its time',
      )
    }
  }
  const plan = (entry: Entry, ms: number) => {
    if (stopped) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      const step = once(entry).finally(() => {
        running.delete(step)
        plan(entry, entry.everyMs)
      })
      running.add(step)
    }, ms).unref()
    timers.add(timer)
  }
  for (const entry of entries) plan(entry, 0)
  return {
    stop: async () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}
