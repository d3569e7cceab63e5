import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { localized } from '../localized.ts'
import { cursor, done, id, idParam, moment } from '../shape.ts'
import { presenceCauses, presenceStates } from './state.ts'
import { chosenStates } from './transitions.ts'

/** Units of work: quarters, so that sums are exact. */
const units = z.number().min(0).max(100).multipleOf(0.25)

export const presenceShape = z.object({
  staffId: id,
  name: z.string(),
  teamIds: z.array(id),
  state: z.enum(presenceStates),
  since: moment,
  /** When wrap-up time ends, or a break should have ended. */
  untilAt: moment.nullable(),
  breakKindId: id.nullable(),
  /** What follows wrap-up time. */
  thenState: z.enum(['online', 'paused']).nullable(),
  /** Units in hand, units at most, and those of a peak event. */
  used: z.number(),
  capacity: z.number(),
  peakCapacity: z.number(),
  /** Since when nothing was given to them. */
  idleSince: moment,
  /** When they came back from leave. */
  backSince: moment.nullable(),
  /** Whether a console of theirs is connected now. */
  connected: z.boolean(),
})
export type PresenceRow = z.infer<typeof presenceShape>

const wish = z
  .object({ state: z.enum(chosenStates), breakKindId: id.nullable().default(null) })
  .refine((body) => (body.state === 'break') === (body.breakKindId !== null), {
    message: 'A break, and nothing else, names its kind.',
    path: ['breakKindId'],
  })

const breakKindShape = z.object({
  id,
  name: localized,
  limitMinutes: z.number().int(),
  position: z.number().int(),
  archived: z.boolean(),
})

const limitMinutes = z.number().int().min(1).max(480)
const place = z.number().int().min(0).max(1000)

export const presenceEndpoints = {
  getMyPresence: endpoint({
    method: 'GET',
    path: '/api/presence/me',
    access: 'staff',
    summary: "The viewer's own presence.",
    output: z.object({ presence: presenceShape }),
  }),
  setMyPresence: endpoint({
    method: 'PUT',
    path: '/api/presence/me',
    access: 'staff',
    summary:
      'Goes online, pauses, takes a break or goes offline. A break is refused when all places of a team are taken.',
    body: wish,
    output: z.object({ presence: presenceShape }),
  }),
  listPresence: endpoint({
    method: 'GET',
    path: '/api/presence',
    access: 'staff.read',
    summary: 'Presence of the people the viewer may see: state, since when, units in hand.',
    output: z.object({ people: z.array(presenceShape) }),
  }),
  setPresence: endpoint({
    method: 'PUT',
    path: '/api/staff/:staffId/presence',
    access: 'presence.manage',
    summary: 'Pauses somebody, sends them on a break, ends it, or puts them offline.',
    params: z.object({ staffId: idParam }),
    body: wish,
    output: z.object({ presence: presenceShape }),
  }),
  listPresenceHistory: endpoint({
    method: 'GET',
    path: '/api/staff/:staffId/presence/history',
    access: 'staff',
    summary: "A person's stretches of presence, newest first: one's own, or those of people one leads.",
    params: z.object({ staffId: idParam }),
    query: z.object({ before: cursor.optional() }),
    output: z.object({
      periods: z.array(
        z.object({
          id,
          state: z.enum(presenceStates),
          breakKindId: id.nullable(),
          startedAt: moment,
          endedAt: moment.nullable(),
          cause: z.enum(presenceCauses),
          byStaffId: id.nullable(),
        }),
      ),
      next: cursor.nullable(),
    }),
  }),
  setCapacities: endpoint({
    method: 'PUT',
    path: '/api/presence/capacities',
    access: 'presence.manage',
    summary: 'Sets how many units people may have in hand, usually and in a peak event.',
    body: z.object({
      people: z
        .array(z.object({ staffId: id, capacity: units, peakCapacity: units }))
        .min(1)
        .max(1000),
    }),
    output: done,
  }),
  listBreakKinds: endpoint({
    method: 'GET',
    path: '/api/break-kinds',
    access: 'staff',
    summary: 'Kinds of break in their order, archived ones too.',
    output: z.object({ kinds: z.array(breakKindShape) }),
  }),
  createBreakKind: endpoint({
    method: 'POST',
    path: '/api/break-kinds',
    access: 'presence.manage',
    summary: 'Adds a kind of break; needs a role without limits, for all brands share them.',
    body: z.object({ name: localized, limitMinutes, position: place.optional() }),
    output: z.object({ breakKindId: id }),
  }),
  updateBreakKind: endpoint({
    method: 'PATCH',
    path: '/api/break-kinds/:breakKindId',
    access: 'presence.manage',
    summary: 'Renames, limits, moves, archives or restores a kind of break.',
    params: z.object({ breakKindId: idParam }),
    body: z.object({
      name: localized.optional(),
      limitMinutes: limitMinutes.optional(),
      position: place.optional(),
      archived: z.boolean().optional(),
    }),
    output: done,
  }),
  listBreakQuotas: endpoint({
    method: 'GET',
    path: '/api/break-quotas',
    access: 'staff',
    summary: 'How many of each team may be on a break at once, and how many are.',
    output: z.object({
      quotas: z.array(
        z.object({
          teamId: id,
          name: z.string(),
          mostOnBreak: z.number().int().nullable(),
          onBreak: z.number().int(),
        }),
      ),
    }),
  }),
  setBreakQuota: endpoint({
    method: 'PUT',
    path: '/api/teams/:teamId/break-quota',
    access: 'presence.manage',
    summary: 'Sets how many of a team may be on a break at once; null for any number.',
    params: z.object({ teamId: idParam }),
    body: z.object({ mostOnBreak: z.number().int().min(0).max(10_000).nullable() }),
    output: done,
  }),
  listChannelLoads: endpoint({
    method: 'GET',
    path: '/api/channel-loads',
    access: 'staff',
    summary: 'What a conversation of each channel costs its agent, and the wrap-up time after it.',
    output: z.object({
      channels: z.array(
        z.object({
          channelId: id,
          shopId: id,
          name: z.string(),
          units: z.number(),
          waitingUnits: z.number(),
          wrapUpSeconds: z.number().int(),
        }),
      ),
    }),
  }),
  setChannelLoad: endpoint({
    method: 'PUT',
    path: '/api/channels/:channelId/load',
    access: 'presence.manage',
    summary:
      'Sets the units of a conversation in service and while the customer has the ball, and the wrap-up time.',
    params: z.object({ channelId: idParam }),
    body: z.object({
      units,
      waitingUnits: units,
      wrapUpSeconds: z.number().int().min(0).max(3600),
    }),
    output: done,
  }),
} as const
