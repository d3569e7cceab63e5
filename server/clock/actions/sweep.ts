import { clockCauses } from '../../../domain/clock/fold.ts'
import { advance, type Mark, marksOf, onlyTells } from '../../../domain/clock/marks.ts'
import { appendEvents, type NewEvent } from '../../platform/event-log/append.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { policiesOf } from '../kept.ts'
import { type Advanced, advanceClocks, type DueClock, readUpTo, takeDueClocks } from '../store/due.ts'
import { clockEvent } from './clock-event.ts'
import { escalate } from './escalate.ts'

const batch = 1000

/**
 * Warns, breaks and escalates all that has come due, in batches until none is left; answers how many clocks. An answer
 * that is in the log but not read yet must not look like silence: time goes only as far as the log was read.
 */
export async function sweepClocks(platform: Platform): Promise<number> {
  const { started, until } = await readUpTo(platform.kysely, 'clock', clockCauses)
  if (!started) return 0
  let sum = 0
  for (;;) {
    const taken = await transact(platform, system, (work) =>
      sweepBatch(work, until && until < work.now ? until : work.now),
    )
    sum += taken
    if (taken < batch) return sum
  }
}

async function sweepBatch(work: Work, until: Date): Promise<number> {
  const clocks = await takeDueClocks(work.tx, until, batch)
  if (clocks.length === 0) return 0
  const policy = await policiesOf(
    work.tx,
    clocks.map((clock) => ({ id: clock.policyId, version: clock.policyVersion })),
  )
  const advanced: Advanced[] = []
  const events: NewEvent<'clock.warned' | 'clock.breached' | 'clock.escalated'>[] = []
  const steps: { clock: DueClock; mark: Mark }[] = []
  for (const clock of clocks) {
    const { warnAt, dueAt } = clock
    if (!warnAt || !dueAt) {
      advanced.push({ ...clock, nextAt: null })
      continue
    }
    const definition = policy({ id: clock.policyId, version: clock.policyVersion })
    const marks = marksOf(clock.kind, definition, { warnAt: warnAt.getTime(), dueAt: dueAt.getTime() })
    const { done, stepsDone, nextAt } = advance(marks, clock.stepsDone, until.getTime())
    const broken = done.some((mark) => mark.what === 'breach')
    advanced.push({
      id: clock.id,
      stage: broken || clock.breachedAt ? 'breached' : 'warned',
      stepsDone,
      nextAt: nextAt === null ? null : new Date(nextAt),
      breachedAt: broken ? dueAt : clock.breachedAt,
      staffId: broken ? clock.assigneeId : clock.staffId,
    })
    for (const mark of done) {
      if (!onlyTells(mark)) events.push(eventOf(clock, mark))
      if (mark.escalation) steps.push({ clock, mark })
    }
  }
  await advanceClocks(work.tx, advanced)
  await appendEvents(work, events)
  await escalate(work, steps)
  return clocks.length
}

function eventOf(
  clock: DueClock,
  mark: Mark,
): NewEvent<'clock.warned' | 'clock.breached' | 'clock.escalated'> {
  const event = clockEvent(clock, clock)
  const happenedAt = new Date(mark.at)
  if (mark.what === 'warning') return { ...event, name: 'clock.warned', happenedAt }
  if (mark.what === 'breach') return { ...event, name: 'clock.breached', happenedAt }
  const action = mark.escalation?.action ?? 'notify_assignee'
  return { ...event, name: 'clock.escalated', data: { ...event.data, action }, happenedAt }
}
