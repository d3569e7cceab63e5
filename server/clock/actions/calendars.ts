import { daysOfMonth } from '../../../domain/clock/calendar.ts'
import { type CalendarDefinition, calendarDefinition } from '../../../domain/clock/calendar-shape.ts'
import type { clockEndpoints } from '../../../domain/clock/endpoints.ts'
import { noHolidays } from '../../../domain/clock/holidays.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessWholeBrand, brandsSeen } from '../../brand/access.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { brokenConstraint, type Tx, type Work } from '../../platform/work.ts'
import { accessCalendarToChange } from '../access.ts'
import { daysOfYears, holidaySource } from '../holidays.ts'
import {
  calendarInUse,
  insertCalendar,
  insertCalendarVersion,
  selectCalendars,
  updateCalendarRow,
} from '../store/calendars.ts'

type Output<N extends keyof typeof clockEndpoints> = EndpointOutput<(typeof clockEndpoints)[N]>

/** The calendars of the brands that the viewer sees. */
export async function listCalendars(tx: Tx, viewer: Viewer): Promise<Output<'listCalendars'>> {
  const rows = await selectCalendars(tx, await brandsSeen(tx, viewer))
  return {
    calendars: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      version: row.version,
      definition: calendarDefinition.parse(row.definition),
      archived: row.archived_at !== null,
    })),
  }
}

export interface CalendarInput {
  readonly brandId: number
  readonly name: string
  readonly definition: CalendarDefinition
}

/** Refuses `brand_not_found`, `not_allowed`, `calendar_name_taken`, `holiday_country_unknown`. */
export async function createCalendar(work: Work, viewer: Viewer, input: CalendarInput): Promise<number> {
  await accessWholeBrand(work.tx, viewer, input.brandId, 'clock.manage')
  await requireHolidays(input.definition)
  const made = { madeBy: viewer.staffId, now: work.now }
  const calendarId = await insertCalendar(work.tx, input, made).catch(nameTaken)
  await appendChanged(work, input.brandId, calendarId, 1)
  return calendarId
}

export interface CalendarChange {
  readonly name?: string | undefined
  readonly definition?: CalendarDefinition | undefined
  readonly archived?: boolean | undefined
}

/**
 * Another definition is another version; clocks that run keep theirs. Answers the version that holds from now on.
 * Refuses `calendar_not_found`, `not_allowed`, `calendar_name_taken`, `calendar_in_use`, `holiday_country_unknown`.
 */
export async function updateCalendar(
  work: Work,
  viewer: Viewer,
  calendarId: number,
  change: CalendarChange,
): Promise<number> {
  const row = await accessCalendarToChange(work.tx, viewer, calendarId)
  if (change.archived && (await calendarInUse(work.tx, calendarId))) throw refuse('calendar_in_use')
  const version = change.definition ? row.version + 1 : row.version
  if (change.definition) {
    await requireHolidays(change.definition)
    const made = { madeBy: viewer.staffId, now: work.now }
    await insertCalendarVersion(work.tx, calendarId, version, change.definition, made)
  }
  const { name, archived } = change
  await updateCalendarRow(work.tx, calendarId, { name, archived, version }, work.now).catch(nameTaken)
  await appendChanged(work, row.brand_id, calendarId, version)
  return version
}

/** The days of a month under a definition. Refuses `holiday_country_unknown`. */
export async function previewCalendar(
  definition: CalendarDefinition,
  month: string,
): Promise<Output<'previewCalendar'>> {
  await requireHolidays(definition)
  const year = Number(month.slice(0, 4))
  const holidays = definition.holidays
    ? daysOfYears(await holidaySource(), definition.holidays, year, year)
    : noHolidays
  return {
    days: daysOfMonth(definition, holidays, month).map(({ spans, intervals, ...day }) => ({
      ...day,
      intervals: [...intervals],
      spans: spans.map(({ start, end }) => ({
        from: new Date(start).toISOString(),
        to: new Date(end).toISOString(),
      })),
    })),
  }
}

export async function listHolidayCountries(): Promise<Output<'listHolidayCountries'>> {
  const source = await holidaySource()
  return { countries: source.countries().map((one) => ({ ...one, regions: [...one.regions] })) }
}

/** Refuses `holiday_country_unknown`. */
export async function listHolidays(query: {
  country: string
  region?: string | undefined
  year: number
}): Promise<Output<'listHolidays'>> {
  const source = await holidaySource()
  const days = source.days(query.country, query.region ?? null, query.year)
  if (!days) throw refuse('holiday_country_unknown', { country: query.country, region: query.region ?? null })
  return { days }
}

async function requireHolidays({ holidays }: CalendarDefinition): Promise<void> {
  if (!holidays) return
  const source = await holidaySource()
  if (source.days(holidays.country, holidays.region, 2026)) return
  throw refuse('holiday_country_unknown', { country: holidays.country, region: holidays.region })
}

async function appendChanged(
  work: Work,
  brandId: number,
  calendarId: number,
  version: number,
): Promise<void> {
  await appendEvent(work, {
    name: 'clock.calendar_changed',
    brandId,
    data: { calendarId, version },
    audience: [audience.everybody],
  })
}

function nameTaken(error: unknown): never {
  throw brokenConstraint(error) === 'calendar_name' ? refuse('calendar_name_taken') : error
}
