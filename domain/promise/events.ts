import { z } from 'zod'
import { event, events } from '../event.ts'
import { id, moment } from '../shape.ts'
import { promiseKinds } from './endpoints.ts'

const promise = { conversationId: id, promiseId: id, staffId: id, kind: z.enum(promiseKinds), dueAt: moment }

export const promiseEvents = events({
  'promise.made': event(1, promise),
  'promise.changed': event(1, promise),
  'promise.kept': event(1, { ...promise, late: z.boolean() }),
  'promise.withdrawn': event(1, promise),
  'promise.reminded': event(1, promise),
  'promise.broken': event(1, promise),
})
