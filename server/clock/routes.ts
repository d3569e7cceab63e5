import { clockEndpoints } from '../../domain/clock/endpoints.ts'
import { routes } from '../platform/http/call.ts'
import { countDue, listDue } from '../view/due.ts'
import {
  createCalendar,
  listCalendars,
  listHolidayCountries,
  listHolidays,
  previewCalendar,
  updateCalendar,
} from './actions/calendars.ts'
import { explainClock, listClocks } from './actions/explain.ts'
import { createPolicy, listPolicies, orderPolicies, updatePolicy } from './actions/policies.ts'

export const clockRoutes = routes(clockEndpoints, {
  listCalendars: ({ work, viewer }) => listCalendars(work.tx, viewer),
  createCalendar: async ({ work, viewer, body }) => ({
    calendarId: await createCalendar(work, viewer, body),
  }),
  updateCalendar: async ({ work, viewer, params, body }) => ({
    version: await updateCalendar(work, viewer, params.calendarId, body),
  }),
  previewCalendar: ({ body }) => previewCalendar(body.definition, body.month),
  listHolidayCountries: () => listHolidayCountries(),
  listHolidays: ({ query }) => listHolidays(query),
  listPolicies: ({ work, viewer }) => listPolicies(work.tx, viewer),
  createPolicy: async ({ work, viewer, body }) => ({ policyId: await createPolicy(work, viewer, body) }),
  updatePolicy: async ({ work, viewer, params, body }) => ({
    version: await updatePolicy(work, viewer, params.policyId, body),
  }),
  orderPolicies: async ({ work, viewer, body }) => {
    await orderPolicies(work, viewer, body.brandId, body.policyIds)
    return { done: true as const }
  },
  listClocks: async ({ work, viewer, params }) => ({
    clocks: await listClocks(work.tx, viewer, params.conversationId),
  }),
  explainClock: ({ work, viewer, params }) => explainClock(work.tx, viewer, params.clockId),
  listDue: ({ work, viewer, query }) => listDue(work.platform, viewer, work.now, query),
  countDue: ({ work, viewer, query }) => countDue(work.platform, viewer, work.now, query),
})
