import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'
import { shiftKinds } from './shift.ts'

const shift = { shiftId: id, staffId: id, teamId: id.nullable(), kind: z.enum(shiftKinds) }
const handover = { handoverId: id, teamId: id, staffId: id }

export const rosterEvents = events({
  'roster.shift_set': event(1, shift),
  'roster.shift_removed': event(1, shift),
  'roster.week_copied': event(1, { teamId: id, shiftIds: z.array(id) }),
  'roster.shift_handed_over': event(1, handover),
  'roster.handover_signed': event(1, handover),
  'roster.peak_set': event(1, { peakEventId: id }),
  'roster.peak_cancelled': event(1, { peakEventId: id }),
})
