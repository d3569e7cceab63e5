import { refuse } from '../../../domain/errors.ts'
import { nextLook, timeFault } from '../../../domain/promise/times.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessConversationToChange, type ConversationRecord, mayServe } from '../../conversation/access.ts'
import { conversationAudience } from '../../conversation/actions/audience.ts'
import { appendStep } from '../../conversation/actions/line.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { accessPromiseToChange } from '../access.ts'
import { insertPromise, movePromise, type PromiseRow, settlePromise, updatePromise } from '../store.ts'

export interface PromiseInput {
  readonly conversationId: number
  readonly kind: PromiseRow['kind']
  readonly what: string
  /** ISO 8601. */
  readonly dueAt: string
  readonly staffId?: number | undefined
}

/** Refuses `conversation_not_found`, `promise_time_past`, `promise_time_far`, `promise_staff_unknown`. */
export async function makePromise(work: Work, viewer: Viewer, input: PromiseInput): Promise<number> {
  const { kind, what } = input
  const conversation = await accessConversationToChange(
    work.tx,
    viewer,
    input.conversationId,
    'conversation.reply',
  )
  const dueAt = requireTime(work, input.dueAt)
  const staffId = input.staffId ?? viewer.staffId
  if (staffId !== viewer.staffId) await requireStaff(work, staffId, conversation)
  const promiseId = await insertPromise(
    work.tx,
    {
      brandId: conversation.brandId,
      conversationId: conversation.id,
      customerId: conversation.customerId,
      staffId,
      kind,
      what,
      dueAt,
      nextAt: look(work, dueAt),
      madeBy: viewer.staffId,
    },
    work.now,
  )
  await tell(work, 'made', conversation, { id: promiseId, staffId, kind, what, dueAt })
  return promiseId
}

export interface PromiseUpdate {
  readonly what?: string | undefined
  readonly dueAt?: string | undefined
  readonly staffId?: number | undefined
}

/** Refuses `promise_not_found`, `promise_settled`, `promise_time_past`, `promise_time_far`, `promise_staff_unknown`. */
export async function changePromise(
  work: Work,
  viewer: Viewer,
  promiseId: number,
  change: PromiseUpdate,
): Promise<void> {
  const { promise, conversation } = await accessPromiseToChange(work.tx, viewer, promiseId)
  requireOpen(promise)
  const next = {
    staffId: change.staffId ?? promise.staffId,
    what: change.what ?? promise.what,
    dueAt: change.dueAt === undefined ? promise.dueAt : requireTime(work, change.dueAt),
  }
  if (next.staffId !== promise.staffId && next.staffId !== viewer.staffId) {
    await requireStaff(work, next.staffId, conversation)
  }
  if (next.dueAt.getTime() === promise.dueAt.getTime()) await updatePromise(work.tx, promiseId, next)
  else await movePromise(work.tx, promiseId, next, look(work, next.dueAt))
  await tell(work, 'changed', conversation, { ...promise, ...next })
}

/** After its time it was broken all the same. Refuses `promise_not_found`, `promise_settled`. */
export async function keepPromise(work: Work, viewer: Viewer, promiseId: number): Promise<void> {
  const { promise, conversation } = await accessPromiseToChange(work.tx, viewer, promiseId)
  requireOpen(promise)
  const late = promise.brokenAt !== null || promise.dueAt < work.now
  await settlePromise(work.tx, promiseId, 'kept', late ? promise.dueAt : null, work.now)
  await tell(work, 'kept', conversation, { ...promise, late })
}

/** Refuses `promise_not_found`, `promise_settled`. */
export async function withdrawPromise(work: Work, viewer: Viewer, promiseId: number): Promise<void> {
  const { promise, conversation } = await accessPromiseToChange(work.tx, viewer, promiseId)
  requireOpen(promise)
  await settlePromise(work.tx, promiseId, 'withdrawn', null, work.now)
  await tell(work, 'withdrawn', conversation, promise)
}

function requireOpen({ state }: PromiseRow): void {
  if (state === 'kept' || state === 'withdrawn') throw refuse('promise_settled', { state })
}

function requireTime(work: Work, text: string): Date {
  const dueAt = new Date(text)
  const fault = timeFault(dueAt.getTime(), work.now.getTime())
  if (fault) throw refuse(fault)
  return dueAt
}

async function requireStaff(work: Work, staffId: number, conversation: ConversationRecord): Promise<void> {
  if (!(await mayServe(work.tx, staffId, conversation))) throw refuse('promise_staff_unknown')
}

function look(work: Work, dueAt: Date): Date {
  return new Date(nextLook(dueAt.getTime(), work.now.getTime()))
}

type Verb = 'made' | 'changed' | 'kept' | 'withdrawn'
type Told = Pick<PromiseRow, 'id' | 'staffId' | 'kind' | 'what' | 'dueAt'> & { readonly late?: boolean }

/** The event, and a step line in the thread. */
async function tell(work: Work, verb: Verb, conversation: ConversationRecord, promise: Told): Promise<void> {
  const { id: promiseId, staffId, kind } = promise
  const dueAt = promise.dueAt.toISOString()
  const data = { conversationId: conversation.id, promiseId, staffId, kind, dueAt }
  const parts = {
    brandId: conversation.brandId,
    audience: conversationAudience(conversation, { staffId }),
  }
  if (verb === 'kept') {
    await appendEvent(work, {
      name: 'promise.kept',
      data: { ...data, late: promise.late ?? false },
      ...parts,
    })
  } else await appendEvent(work, { name: `promise.${verb}`, data, ...parts })
  await appendStep(work, conversation, `promise_${verb}`, {
    promiseId,
    kind,
    what: promise.what,
    dueAt,
    staffId,
  })
}
