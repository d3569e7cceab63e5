import type { Localized } from '../localized.ts'

/** A day that is not as its weekday says, by the law or custom of a country. */
export interface HolidayDay {
  readonly date: string
  /** A holiday is closed; a make-up workday (调休) is open although its weekday may not be. */
  readonly kind: 'holiday' | 'make_up'
  readonly name: Localized
}

/** The days of a country by date. */
export type HolidayDays = ReadonlyMap<string, HolidayDay>

export const noHolidays: HolidayDays = new Map()
