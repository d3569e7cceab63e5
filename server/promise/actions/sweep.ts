import { audience } from '../../../domain/event.ts'
import { appendSteps } from '../../conversation/actions/lines.ts'
import { giveNotices } from '../../notice/actions.ts'
import { appendEvents, type NewEvent } from '../../platform/event-log/append.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { type DuePromise, markBroken, markReminded, takeDuePromises } from '../store.ts'

const batch = 1000
/** Unread notices about promises that one person gets at most; the list of promises shows the rest. */
const mostUnread = 200

/** Reminds of promises that will be due soon, and notes those that were not kept in time; answers how many. */
export async function sweepPromises(platform: Platform): Promise<number> {
  let sum = 0
  for (;;) {
    const taken = await transact(platform, system, sweepBatch)
    sum += taken
    if (taken < batch) return sum
  }
}

async function sweepBatch(work: Work): Promise<number> {
  const due = await takeDuePromises(work.tx, work.now, batch)
  if (due.length === 0) return 0
  const broken = due.filter((promise) => promise.dueAt <= work.now)
  const soon = due.filter((promise) => promise.dueAt > work.now)
  await markReminded(
    work.tx,
    soon.map(({ id }) => id),
    work.now,
  )
  await markBroken(
    work.tx,
    broken.map(({ id }) => id),
  )
  await appendEvents(work, [
    ...soon.map(eventOf('promise.reminded')),
    ...broken.map(eventOf('promise.broken')),
  ])
  await giveNotices(
    work,
    [...soon.map(noticeOf('promise_due')), ...broken.map(noticeOf('promise_broken'))],
    mostUnread,
  )
  // One step for each conversation and transaction: two promises of one talk for the same minute are rare.
  const steps = new Map(broken.map((promise) => [promise.conversationId, promise]))
  await appendSteps(
    work,
    [...steps.values()].map(({ id: promiseId, conversationId, kind, what, dueAt, staffId }) => ({
      conversationId,
      code: 'promise_broken',
      data: { promiseId, kind, what, dueAt: dueAt.toISOString(), staffId },
    })),
  )
  return due.length
}

function eventOf(name: 'promise.reminded' | 'promise.broken') {
  return (promise: DuePromise): NewEvent<typeof name> => {
    const { id: promiseId, conversationId, staffId, kind, dueAt } = promise
    const keys = [
      audience.shop(promise.shopId),
      audience.conversation(conversationId),
      audience.staff(staffId),
    ]
    if (promise.teamId !== null) keys.push(audience.team(promise.teamId))
    return {
      name,
      brandId: promise.brandId,
      data: { promiseId, conversationId, staffId, kind, dueAt: dueAt.toISOString() },
      audience: keys,
    }
  }
}

function noticeOf(kind: 'promise_due' | 'promise_broken') {
  return ({ staffId, conversationId }: DuePromise) => ({ staffId, conversationId, kind })
}
