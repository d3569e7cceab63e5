import { z } from 'zod'
import { line, timeZone } from '../shape.ts'
import { calendarFaults } from './calendar-faults.ts'

/** A day of the calendar as people write it: `2026-10-01`. */
export const day = z.iso.date()
/** A month: `2026-10`. */
export const month = z.string().regex(/^(20\d{2}|2100)-(0[1-9]|1[0-2])$/, 'month')

const minuteOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_of_day')
const endOfInterval = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'time_of_day')

/**
 * A stretch of service, on the shop's wall clock: `09:00` to `18:00`. `to` before `from` means the next day
 * (`22:00` to `06:00`); `00:00` to `24:00` is the whole day. It belongs to the day on which it begins.
 */
export const interval = z.object({ from: minuteOfDay, to: endOfInterval })
export type Interval = z.infer<typeof interval>

/** Stretches of one day; none means closed. */
export const intervals = z.array(interval).max(12)

/** Monday is 1, Sunday 7, as ISO 8601 counts. */
export const weekday = z.number().int().min(1).max(7)

/** A dated day that is not as the week says: closed, with other hours, or with the hours of a weekday. */
export const dayException = z.object({
  date: day,
  kind: z.enum(['closed', 'hours', 'as_weekday']),
  /** For `hours`. */
  intervals: intervals.default([]),
  /** For `as_weekday`. */
  weekday: weekday.nullable().default(null),
  name: line(100).nullable().default(null),
})
export type DayException = z.infer<typeof dayException>

/**
 * When a shop serves: a week, the holidays of a country (closed), its make-up workdays (调休) with the hours of a
 * weekday, and dated exceptions. What is named later wins: week, holiday, make-up workday, exception.
 */
export const calendarDefinition = z
  .object({
    timeZone,
    /** Seven days, Monday first. */
    week: z.array(intervals).length(7),
    holidays: z
      .object({
        /** ISO 3166-1, two capital letters. */
        country: z.string().regex(/^[A-Z]{2}$/, 'country'),
        /** A part of the country with holidays of its own, as `listHolidayCountries` names it. */
        region: z
          .string()
          .regex(/^[A-Za-z0-9-]{1,10}$/, 'region')
          .nullable()
          .default(null),
        /** Whose hours make-up workdays have; null leaves them closed. */
        makeUpAs: weekday.nullable().default(1),
      })
      .nullable()
      .default(null),
    exceptions: z.array(dayException).max(400).default([]),
  })
  .superRefine((definition, context) => {
    for (const { path, code } of calendarFaults(definition)) {
      context.addIssue({ code: 'custom', message: code, path: [...path] })
    }
  })
export type CalendarDefinition = z.infer<typeof calendarDefinition>
