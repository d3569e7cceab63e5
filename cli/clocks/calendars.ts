import type { CalendarDefinition, DayException, Interval } from '../../domain/clock/calendar-shape.ts'
import { type HolidayDay, type HolidayDays, noHolidays } from '../../domain/clock/holidays.ts'

/** A calendar to compare under, with the days its country has in the year of the data. */
export interface ComparedCalendar {
  readonly name: string
  readonly definition: CalendarDefinition
  readonly holidays: HolidayDays
}

const closed: Interval[] = []

function weekOf(workday: Interval[], saturday: Interval[], sunday: Interval[]): Interval[][] {
  return [workday, workday, workday, workday, workday, saturday, sunday]
}

function closedOn(date: string): DayException {
  return { date, kind: 'closed', intervals: [], weekday: null, name: null }
}

/** National Day of 2012 and its make-up workday, moved into whichever year is looked at. */
function goldenWeek(year: number): HolidayDays {
  const day = (monthAndDay: string, kind: HolidayDay['kind']): [string, HolidayDay] => {
    const date = `${year}-${monthAndDay}`
    return [date, { date, kind, name: { 'zh-CN': '国庆节' } }]
  }
  const holidays = ['09-30', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07']
  return new Map([...holidays.map((one) => day(one, 'holiday')), day('09-29', 'make_up')])
}

/** Office hours with a break, make-up workdays, night shifts, and all hours but the Sunday's: four kinds of shop. */
export function comparedCalendars(year: number): ComparedCalendar[] {
  return [
    {
      name: 'office hours with a break, Rome, closed at the year’s end',
      definition: {
        timeZone: 'Europe/Rome',
        week: weekOf(
          [
            { from: '09:00', to: '13:00' },
            { from: '14:00', to: '18:00' },
          ],
          closed,
          closed,
        ),
        holidays: null,
        exceptions: ['12-24', '12-25', '12-26', '12-31'].map((date) => closedOn(`${year}-${date}`)),
      },
      holidays: noHolidays,
    },
    {
      name: 'day and evening, Shanghai, holidays and make-up workdays',
      definition: {
        timeZone: 'Asia/Shanghai',
        week: weekOf([{ from: '08:30', to: '23:00' }], [{ from: '10:00', to: '18:00' }], closed),
        holidays: { country: 'CN', region: null, makeUpAs: 1 },
        exceptions: [],
      },
      holidays: goldenWeek(year),
    },
    {
      name: 'night shifts, New York',
      definition: {
        timeZone: 'America/New_York',
        week: weekOf([{ from: '22:00', to: '06:00' }], [{ from: '20:00', to: '04:30' }], closed),
        holidays: null,
        exceptions: [],
      },
      holidays: noHolidays,
    },
    {
      name: 'around the clock but Sundays, Lord Howe',
      definition: {
        timeZone: 'Australia/Lord_Howe',
        week: weekOf([{ from: '00:00', to: '24:00' }], [{ from: '00:00', to: '24:00' }], closed),
        holidays: null,
        exceptions: [],
      },
      holidays: noHolidays,
    },
  ]
}
