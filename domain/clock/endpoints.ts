import { z } from 'zod'
import { conversationRow } from '../conversation/endpoints.ts'
import { endpoint } from '../endpoint.ts'
import { localized } from '../localized.ts'
import { cursor, done, id, idParam, line, moment } from '../shape.ts'
import { calendarDefinition, day, interval, month } from './calendar-shape.ts'
import { clockKinds, clockStages } from './kinds.ts'
import { clockTarget, escalationStep, policyDefinition } from './policy-shape.ts'

const calendar = z.object({
  id,
  brandId: id,
  name: z.string(),
  version: z.number().int(),
  definition: calendarDefinition,
  archived: z.boolean(),
})

/** Why a day has the hours it has. */
export const dayReasons = ['week', 'holiday', 'make_up', 'exception'] as const

const policy = z.object({
  id,
  brandId: id,
  name: z.string(),
  /** 1, 2, 3 …: among equally specific ones the lower wins. */
  position: z.number().int(),
  version: z.number().int(),
  definition: policyDefinition,
  archived: z.boolean(),
})

/** A service clock as the console shows it; `domain/clock/clock.ts` says how it stands at a moment. */
export const clockView = z.object({
  id,
  conversationId: id,
  kind: z.enum(clockKinds),
  stage: z.enum(clockStages),
  startedAt: moment,
  warnAt: moment.nullable(),
  /** Null while it is paused. */
  dueAt: moment.nullable(),
  breachedAt: moment.nullable(),
  endedAt: moment.nullable(),
  /** Who met it, or had the conversation when it was broken. */
  staffId: id.nullable(),
})
export type ClockView = z.infer<typeof clockView>

/** A calendar or policy as a clock took it, and whether it was changed since. */
const taken = z.object({ id, name: z.string(), version: z.number().int(), changedSince: z.boolean() })

const dueQuery = z.object({
  shopId: idParam.optional(),
  teamId: idParam.optional(),
  /** Only what the viewer has. */
  mine: z.stringbool().optional(),
  kind: z.enum(clockKinds).optional(),
})

export const clockEndpoints = {
  listCalendars: endpoint({
    method: 'GET',
    path: '/api/calendars',
    access: 'staff',
    summary: 'The service calendars of the brands that the viewer sees.',
    output: z.object({ calendars: z.array(calendar) }),
  }),
  createCalendar: endpoint({
    method: 'POST',
    path: '/api/calendars',
    access: 'clock.manage',
    summary: 'Makes a service calendar.',
    body: z.object({ brandId: id, name: line(100), definition: calendarDefinition }),
    output: z.object({ calendarId: id }),
  }),
  updateCalendar: endpoint({
    method: 'PATCH',
    path: '/api/calendars/:calendarId',
    access: 'clock.manage',
    summary:
      'Renames, changes, archives or restores a calendar. Clocks that run keep the version they began with.',
    params: z.object({ calendarId: idParam }),
    body: z.object({
      name: line(100).optional(),
      definition: calendarDefinition.optional(),
      archived: z.boolean().optional(),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  previewCalendar: endpoint({
    method: 'POST',
    path: '/api/calendars/preview',
    access: 'staff',
    summary: 'The days of a month under a definition, saved or not: when there is service, and why.',
    body: z.object({ definition: calendarDefinition, month }),
    output: z.object({
      days: z.array(
        z.object({
          date: day,
          reason: z.enum(dayReasons),
          /** Name of the holiday, make-up workday or exception. */
          name: localized.nullable(),
          /** As written: those that begin on this day. */
          intervals: z.array(interval),
          /** The same as moments, with the clock changes of the zone. */
          spans: z.array(z.object({ from: moment, to: moment })),
        }),
      ),
    }),
  }),
  listHolidayCountries: endpoint({
    method: 'GET',
    path: '/api/holidays/countries',
    access: 'staff',
    summary: 'Countries whose holidays are known, with their regions, and whether make-up workdays are.',
    output: z.object({
      countries: z.array(
        z.object({
          code: z.string(),
          name: localized,
          makeUp: z.boolean(),
          regions: z.array(z.object({ code: z.string(), name: z.string() })),
        }),
      ),
    }),
  }),
  listHolidays: endpoint({
    method: 'GET',
    path: '/api/holidays',
    access: 'staff',
    summary: 'The holidays and make-up workdays of a country in a year.',
    query: z.object({
      country: z.string().regex(/^[A-Z]{2}$/, 'country'),
      region: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,10}$/, 'region')
        .optional(),
      year: z.coerce.number().int().min(2000).max(2100),
    }),
    output: z.object({
      days: z.array(z.object({ date: day, kind: z.enum(['holiday', 'make_up']), name: localized })),
    }),
  }),
  listPolicies: endpoint({
    method: 'GET',
    path: '/api/clock-policies',
    access: 'staff',
    summary: 'The clock policies of the brands that the viewer sees, by position.',
    output: z.object({ policies: z.array(policy) }),
  }),
  createPolicy: endpoint({
    method: 'POST',
    path: '/api/clock-policies',
    access: 'clock.manage',
    summary: 'Makes a clock policy, last in position.',
    body: z.object({ brandId: id, name: line(100), definition: policyDefinition }),
    output: z.object({ policyId: id }),
  }),
  updatePolicy: endpoint({
    method: 'PATCH',
    path: '/api/clock-policies/:policyId',
    access: 'clock.manage',
    summary:
      'Renames, changes, archives or restores a policy. Clocks that run keep the version they began with.',
    params: z.object({ policyId: idParam }),
    body: z.object({
      name: line(100).optional(),
      definition: policyDefinition.optional(),
      archived: z.boolean().optional(),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  orderPolicies: endpoint({
    method: 'PUT',
    path: '/api/clock-policies/order',
    access: 'clock.manage',
    summary: "Puts a brand's open policies in this order; all of them must be named.",
    body: z.object({ brandId: id, policyIds: z.array(id).max(500) }),
    output: done,
  }),
  listClocks: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId/clocks',
    access: 'conversation.read',
    summary: 'The service clocks of a conversation, the newest first, 50 at most.',
    params: z.object({ conversationId: idParam }),
    output: z.object({ clocks: z.array(clockView) }),
  }),
  explainClock: endpoint({
    method: 'GET',
    path: '/api/clocks/:clockId',
    access: 'conversation.read',
    summary: 'Why a clock has its deadline: policy, calendar, pauses, and the steps done.',
    params: z.object({ clockId: idParam }),
    output: clockView.extend({
      policy: taken,
      /** Null: around the clock. */
      calendar: taken.extend({ timeZone: z.string() }).nullable(),
      target: clockTarget,
      /** Stretches in which the customer had the ball; the open one has no end. */
      pauses: z.array(z.object({ from: moment, to: moment.nullable() })),
      /** What was and will be done, in order. */
      steps: z.array(
        z.object({
          what: z.enum(['warning', 'breach', 'escalation']),
          escalation: escalationStep.nullable(),
          at: moment.nullable(),
          done: z.boolean(),
        }),
      ),
    }),
  }),
  listDue: endpoint({
    method: 'GET',
    path: '/api/clocks/due',
    access: 'conversation.read',
    summary:
      'Conversations with a running clock, by deadline: those still in time, or those overdue; 25 rows.',
    query: dueQuery.extend({ list: z.enum(['due', 'overdue']), after: cursor.optional() }),
    output: z.object({
      /** `readSeq`: the last line that the viewer has read. */
      conversations: z.array(conversationRow.extend({ readSeq: z.number().int() })),
      next: cursor.nullable(),
    }),
  }),
  countDue: endpoint({
    method: 'GET',
    path: '/api/clocks/counts',
    access: 'conversation.read',
    summary:
      'How many conversations have a clock in time, of these warned, and overdue; each to 1,000 at most.',
    query: dueQuery,
    output: z.object({ due: z.number().int(), warned: z.number().int(), overdue: z.number().int() }),
  }),
} as const
