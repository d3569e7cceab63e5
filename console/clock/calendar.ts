import type { z } from 'zod'
import type { CalendarDefinition } from '../../domain/clock/calendar-shape.ts'
import type { clockEndpoints } from '../../domain/clock/endpoints.ts'
import { browserTimeZone } from '../ui/time-zone-select.tsx'

/** A service calendar as it is listed. */
export type Calendar = z.infer<typeof clockEndpoints.listCalendars.output>['calendars'][number]
/** A day of the month's preview. */
export type PreviewDay = z.infer<typeof clockEndpoints.previewCalendar.output>['days'][number]

export interface CalendarValues {
  name: string
  definition: CalendarDefinition
}

/** What a new calendar begins with: nine to six on weekdays, here. */
export function newCalendar(): CalendarDefinition {
  const office = [{ from: '09:00', to: '18:00' }]
  return {
    timeZone: browserTimeZone(),
    week: [office, office, office, office, office, [], []],
    holidays: null,
    exceptions: [],
  }
}
