import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { cursor, done, id, idParam, line, moment } from '../shape.ts'

export const promiseKinds = ['reply', 'call', 'other'] as const
export const promiseStates = ['open', 'kept', 'broken', 'withdrawn'] as const

/** Something promised to a customer for a time. */
export const promiseView = z.object({
  id,
  conversationId: id,
  brandId: id,
  shopId: id,
  customerId: id,
  customerName: z.string().nullable(),
  /** Whose task it is. */
  staffId: id,
  staffName: z.string(),
  kind: z.enum(promiseKinds),
  what: z.string(),
  dueAt: moment,
  state: z.enum(promiseStates),
  /** When it was not kept in time; stays when it was kept later. */
  brokenAt: moment.nullable(),
  settledAt: moment.nullable(),
  madeAt: moment,
})
export type PromiseView = z.infer<typeof promiseView>

const ofPlace = z.object({
  shopId: idParam.optional(),
  teamId: idParam.optional(),
  mine: z.stringbool().optional(),
})
const one = z.object({ promiseId: idParam })
const what = line(300)

export const promiseEndpoints = {
  makePromise: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/promises',
    access: 'conversation.reply',
    summary:
      'Notes what was promised to the customer and for when; it becomes a task of the viewer or of another.',
    params: z.object({ conversationId: idParam }),
    body: z.object({
      kind: z.enum(promiseKinds),
      what,
      dueAt: moment,
      /** Left out, the viewer. */
      staffId: id.optional(),
    }),
    output: z.object({ promiseId: id }),
  }),
  changePromise: endpoint({
    method: 'PATCH',
    path: '/api/promises/:promiseId',
    access: 'conversation.reply',
    summary: 'Agrees on another time, words it anew, or gives it to somebody else.',
    params: one,
    body: z.object({ what: what.optional(), dueAt: moment.optional(), staffId: id.optional() }),
    output: done,
  }),
  keepPromise: endpoint({
    method: 'POST',
    path: '/api/promises/:promiseId/keep',
    access: 'conversation.reply',
    summary: 'Says that it was done. After its time it counts as broken all the same.',
    params: one,
    output: done,
  }),
  withdrawPromise: endpoint({
    method: 'POST',
    path: '/api/promises/:promiseId/withdraw',
    access: 'conversation.reply',
    summary: 'Takes it back, because the customer no longer wants it.',
    params: one,
    output: done,
  }),
  listPromisesOf: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId/promises',
    access: 'conversation.read',
    summary: 'What was promised in a conversation, the newest first, 50 at most.',
    params: z.object({ conversationId: idParam }),
    output: z.object({ promises: z.array(promiseView) }),
  }),
  listPromises: endpoint({
    method: 'GET',
    path: '/api/promises',
    access: 'conversation.read',
    summary: 'Promises still to keep, by their time: those in time, those overdue, or both; 25 rows.',
    query: ofPlace.extend({ list: z.enum(['open', 'due', 'overdue']), after: cursor.optional() }),
    output: z.object({ promises: z.array(promiseView), next: cursor.nullable() }),
  }),
  countPromises: endpoint({
    method: 'GET',
    path: '/api/promises/counts',
    access: 'conversation.read',
    summary: 'How many promises are still in time, and how many overdue; each to 1,000 at most.',
    query: ofPlace,
    output: z.object({ due: z.number().int(), overdue: z.number().int() }),
  }),
} as const
