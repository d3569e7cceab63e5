import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'
import { presenceCauses, presenceStates } from './state.ts'

const state = z.enum(presenceStates)

export const presenceEvents = events({
  'presence.changed': event(1, {
    staffId: id,
    from: state,
    to: state,
    breakKindId: id.nullable(),
    cause: z.enum(presenceCauses),
    /** Who did it, where it was somebody else. */
    byStaffId: id.nullable(),
  }),
  'presence.capacity_set': event(1, { staffId: id, capacity: z.number(), peakCapacity: z.number() }),
  'presence.quota_set': event(1, { teamId: id, mostOnBreak: z.number().int().nullable() }),
  'presence.break_kind_set': event(1, { breakKindId: id }),
  'presence.channel_load_set': event(1, {
    channelId: id,
    units: z.number(),
    waitingUnits: z.number(),
    wrapUpSeconds: z.number().int(),
  }),
})
