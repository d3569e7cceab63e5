import { z } from 'zod'
import { clockKinds } from '../clock/kinds.ts'
import { conversationRow } from '../conversation/endpoints.ts'
import { endpoint } from '../endpoint.ts'
import { localized } from '../localized.ts'
import { ratingShape, shareShape, spreadShape } from '../metric/shapes.ts'
import { presenceStates } from '../presence/state.ts'
import { id, idParam, moment } from '../shape.ts'

const count = z.number().int()
const filter = z.object({ shopId: idParam.optional(), teamId: idParam.optional() })

/** Conversations that wait for somebody, by what decides who may serve them. */
const queue = z.object({
  shopId: id,
  teamId: id.nullable(),
  language: z.string().nullable(),
  /** Customers who wait now; offline messages are counted apart. */
  waiting: count,
  longestSince: moment.nullable(),
  longestId: id.nullable(),
  /** Left while nobody was there (留言), and since when the oldest of them lies. */
  offline: count,
  oldestOffline: moment.nullable(),
})

/** Somebody who answers here, with what they have in hand. */
const agent = z.object({
  staffId: id,
  name: z.string(),
  teamIds: z.array(id),
  state: z.enum(presenceStates),
  since: moment,
  /** When the state ends by itself, or a break should have ended. */
  until: moment.nullable(),
  breakName: localized.nullable(),
  capacity: z.number(),
  used: z.number(),
  inService: count,
  waitingCustomer: count,
  waitingInside: count,
  /** Since when their customer who has waited longest is without an answer. */
  unansweredSince: moment.nullable(),
  unansweredId: id.nullable(),
})
export type FloorAgent = z.infer<typeof agent>
export type FloorQueue = z.infer<typeof queue>

/** A promise to a customer that is nearly or already broken. */
const risk = z.object({
  conversationId: id,
  customerName: z.string().nullable(),
  shopId: id,
  staffId: id.nullable(),
  staffName: z.string().nullable(),
  /** A service clock of this kind, or what somebody promised. */
  kind: z.enum([...clockKinds, 'promise']),
  promiseId: id.nullable(),
  what: z.string(),
  warnAt: moment.nullable(),
  dueAt: moment,
})
export type FloorRisk = z.infer<typeof risk>

const figures = z.object({
  inbound: count,
  answered: shareShape,
  firstResponse: spreadShape,
  threeMinutes: shareShape,
  rating: ratingShape,
  /** Service clocks that were broken today. */
  breached: count,
})

export const floorEndpoints = {
  getFloor: endpoint({
    method: 'GET',
    path: '/api/floor',
    access: 'floor.read',
    summary: 'The floor now: who waits in which queue, who is there with what in hand, promises at risk.',
    query: filter,
    output: z.object({
      now: moment,
      queues: z.array(queue),
      agents: z.array(agent),
      /** The nearest 40, overdue ones first; `counts` has them all. */
      risks: z.array(risk),
      counts: z.object({
        clocksWarned: count,
        clocksOverdue: count,
        promisesAtRisk: count,
        promisesOverdue: count,
      }),
    }),
  }),
  getFloorToday: endpoint({
    method: 'GET',
    path: '/api/floor/today',
    access: 'floor.read',
    summary: "Today's first figures, in total and by shop; each shop's day begins at its own midnight.",
    query: filter,
    output: z.object({
      total: figures,
      shops: z.array(figures.extend({ shopId: id, dayStart: moment })),
    }),
  }),
  listFloorTalks: endpoint({
    method: 'GET',
    path: '/api/floor/talks',
    access: 'floor.read',
    summary: "An agent's open conversations, or those of one queue, longest wait first; 200 at most.",
    query: z.object({
      staffId: idParam.optional(),
      shopId: idParam.optional(),
      /** 0 for those of no team. */
      teamId: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
      /** Empty for those whose language nobody knows. */
      language: z.string().max(35).optional(),
    }),
    output: z.object({ conversations: z.array(conversationRow) }),
  }),
} as const
