import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { cursor, done, id, idParam, line, moment, timeZone, typedText } from '../shape.ts'
import { handoverSheet } from './handover.ts'
import { peakSettings } from './peak.ts'
import { shiftKinds } from './shift.ts'

const note = typedText(2000)

const shiftShape = z.object({
  id,
  teamId: id.nullable(),
  staffId: id,
  kind: z.enum(shiftKinds),
  startsAt: moment,
  endsAt: moment,
  note: z.string(),
})

const handoverShape = z.object({
  id,
  teamId: id,
  fromStaffId: id,
  fromName: z.string(),
  note: z.string(),
  sheet: handoverSheet,
  createdAt: moment,
  signedBy: id.nullable(),
  signedName: z.string().nullable(),
  signedAt: moment.nullable(),
  signNote: z.string().nullable(),
})

const peakShape = z.object({
  id,
  brandId: id,
  name: z.string(),
  startsAt: moment,
  endsAt: moment,
  settings: peakSettings,
  cancelled: z.boolean(),
})

/** Names of the customers whom a sheet concerns, for those who may see them now. */
const names = z.array(z.object({ conversationId: id, customerName: z.string().nullable() }))

export const rosterEndpoints = {
  listShifts: endpoint({
    method: 'GET',
    path: '/api/shifts',
    access: 'staff.read',
    summary:
      'Shifts and leaves that touch a stretch of time, at most 62 days, of the people the viewer sees.',
    query: z.object({ from: moment, to: moment, teamId: idParam.optional(), staffId: idParam.optional() }),
    output: z.object({ shifts: z.array(shiftShape) }),
  }),
  createShift: endpoint({
    method: 'POST',
    path: '/api/shifts',
    access: 'roster.manage',
    summary: 'Plans a shift or a leave; refused where it overlaps another of the same person.',
    body: z.object({
      staffId: id,
      teamId: id.nullable().default(null),
      kind: z.enum(shiftKinds),
      startsAt: moment,
      endsAt: moment,
      note: note.default(''),
    }),
    output: z.object({ shiftId: id }),
  }),
  updateShift: endpoint({
    method: 'PATCH',
    path: '/api/shifts/:shiftId',
    access: 'roster.manage',
    summary: 'Changes a shift or a leave.',
    params: z.object({ shiftId: idParam }),
    body: z.object({
      teamId: id.nullable().optional(),
      startsAt: moment.optional(),
      endsAt: moment.optional(),
      note: note.optional(),
    }),
    output: done,
  }),
  deleteShift: endpoint({
    method: 'DELETE',
    path: '/api/shifts/:shiftId',
    access: 'roster.manage',
    summary: 'Takes a shift or a leave off the roster.',
    params: z.object({ shiftId: idParam }),
    output: done,
  }),
  copyWeek: endpoint({
    method: 'POST',
    path: '/api/teams/:teamId/roster/copy',
    access: 'roster.manage',
    summary:
      "Copies a week of a team's shifts to the next, by the clock on the wall; what overlaps is left out.",
    params: z.object({ teamId: idParam }),
    body: z.object({ from: moment, timeZone }),
    output: z.object({ shiftIds: z.array(id), leftOut: z.number().int() }),
  }),
  getHandoverSheet: endpoint({
    method: 'GET',
    path: '/api/teams/:teamId/handover-sheet',
    access: 'conversation.reply',
    summary: 'What stands open for a team now: in hand, waiting, offline messages, promises.',
    params: z.object({ teamId: idParam }),
    output: z.object({ sheet: handoverSheet, names }),
  }),
  handOverShift: endpoint({
    method: 'POST',
    path: '/api/teams/:teamId/handovers',
    access: 'conversation.reply',
    summary: 'Hands the shift over: the sheet of this moment with a note, to be signed by the next shift.',
    params: z.object({ teamId: idParam }),
    body: z.object({ note: note.default('') }),
    output: z.object({ handoverId: id }),
  }),
  listHandovers: endpoint({
    method: 'GET',
    path: '/api/teams/:teamId/handovers',
    access: 'conversation.reply',
    summary: 'Handovers of a team, newest first.',
    params: z.object({ teamId: idParam }),
    query: z.object({ before: cursor.optional() }),
    output: z.object({ handovers: z.array(handoverShape), names, next: cursor.nullable() }),
  }),
  signHandover: endpoint({
    method: 'POST',
    path: '/api/handovers/:handoverId/sign',
    access: 'conversation.reply',
    summary: 'Signs a handover, once, as another member of the team.',
    params: z.object({ handoverId: idParam }),
    body: z.object({ note: note.default('') }),
    output: done,
  }),
  listPeakEvents: endpoint({
    method: 'GET',
    path: '/api/peak-events',
    access: 'staff',
    summary: 'Peak events of the brands that the viewer sees, newest first.',
    output: z.object({ events: z.array(peakShape) }),
  }),
  createPeakEvent: endpoint({
    method: 'POST',
    path: '/api/peak-events',
    access: 'roster.manage',
    summary: 'Plans a peak event of a brand: what it switches, from when to when.',
    body: z.object({
      brandId: id,
      name: line(100),
      startsAt: moment,
      endsAt: moment,
      settings: peakSettings.prefault({}),
    }),
    output: z.object({ peakEventId: id }),
  }),
  updatePeakEvent: endpoint({
    method: 'PATCH',
    path: '/api/peak-events/:peakEventId',
    access: 'roster.manage',
    summary: 'Changes a peak event, also while it is on.',
    params: z.object({ peakEventId: idParam }),
    body: z.object({
      name: line(100).optional(),
      startsAt: moment.optional(),
      endsAt: moment.optional(),
      settings: peakSettings.optional(),
    }),
    output: done,
  }),
  cancelPeakEvent: endpoint({
    method: 'POST',
    path: '/api/peak-events/:peakEventId/cancel',
    access: 'roster.manage',
    summary: 'Cancels a peak event; one that is on ends at once.',
    params: z.object({ peakEventId: idParam }),
    output: done,
  }),
} as const
