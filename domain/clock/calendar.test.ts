import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CompiledCalendar, compileCalendar, daysOfMonth } from './calendar.ts'
import { calendarFaults } from './calendar-faults.ts'
import { type CalendarDefinition, calendarDefinition, type Interval } from './calendar-shape.ts'
import { due, elapsed, type Pause } from './clock.ts'
import { type HolidayDay, noHolidays } from './holidays.ts'
import { serviceByMinute, slowDue } from './reference.ts'

const minute = 60_000
const day = 86_400_000

/** Changes of the clock to look at: forward, back, by half an hour, at midnight, and none. */
const places = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Santiago', '2026-09-06'],
  ['America/Santiago', '2026-04-05'],
  ['Asia/Shanghai', '2026-10-01'],
] as const

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Hours of a day: none, one or several stretches, or one over midnight. */
const someIntervals: fc.Arbitrary<Interval[]> = fc.oneof(
  fc.constant<Interval[]>([]),
  fc.constant<Interval[]>([{ from: '00:00', to: '24:00' }]),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 6 })
    .map((points) => points.toSorted((a, b) => a - b))
    .map((points) =>
      points.flatMap((from, index) => {
        const to = points[index + 1]
        return index % 2 === 0 && to !== undefined ? [{ from: time(from), to: time(to) }] : []
      }),
    ),
  fc
    .tuple(fc.integer({ min: 1080, max: 1439 }), fc.integer({ min: 0, max: 420 }))
    .map(([from, to]) => [{ from: time(from), to: time(to) }]),
)

const nearby = (date: string) =>
  fc.integer({ min: -4, max: 4 }).map((n) => new Date(Date.parse(date) + n * day).toISOString().slice(0, 10))

const someCalendar = fc.constantFrom(...places).chain(([timeZone, date]) =>
  fc
    .record({
      week: fc.array(someIntervals, { minLength: 7, maxLength: 7 }),
      exceptions: fc.uniqueArray(
        fc.record({
          date: nearby(date),
          kind: fc.constantFrom('closed' as const, 'hours' as const, 'as_weekday' as const),
          intervals: someIntervals,
          weekday: fc.integer({ min: 1, max: 7 }),
          name: fc.constant(null),
        }),
        { maxLength: 3, selector: (one) => one.date },
      ),
      special: fc.uniqueArray(
        fc.record({ date: nearby(date), kind: fc.constantFrom('holiday' as const, 'make_up' as const) }),
        { maxLength: 4, selector: (one) => one.date },
      ),
      makeUpAs: fc.option(fc.integer({ min: 1, max: 7 })),
    })
    .map(({ special, makeUpAs, ...rest }) => {
      const holidays = new Map(
        special.map((one): [string, HolidayDay] => [one.date, { ...one, name: { en: 'Day' } }]),
      )
      const definition: CalendarDefinition = {
        timeZone,
        ...rest,
        holidays: { country: 'CN', region: null, makeUpAs },
      }
      return { definition, holidays, around: Date.parse(date) }
    })
    .filter(({ definition }) => calendarFaults(definition).length === 0),
)

function compiledByMinute(calendar: CompiledCalendar, from: number, minutes: number): Uint8Array {
  const served = new Uint8Array(minutes)
  calendar.starts.forEach((start, index) => {
    const end = calendar.ends[index] ?? 0
    for (let at = start; at < end; at += minute) served[(at - from) / minute] = 1
  })
  return served
}

describe('a compiled calendar', () => {
  test('serves in the very minutes in which the slow reference does', () => {
    fc.assert(
      fc.property(someCalendar, ({ definition, holidays, around }) => {
        const from = around - 3 * day
        const minutes = (6 * day) / minute
        const compiled = compileCalendar(definition, holidays, from, from + minutes * minute)
        expect(compiledByMinute(compiled, from, minutes)).toEqual(
          serviceByMinute(definition, holidays, from, minutes),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('gives the deadlines of the slow reference, with pauses, and the time run until then is the target', () => {
    const some = fc.record({
      calendar: someCalendar,
      start: fc.integer({ min: 0, max: 3 * day }),
      target: fc.integer({ min: 1, max: 40 * 3_600_000 }),
      cuts: fc.uniqueArray(fc.integer({ min: 0, max: 5 * day }), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(some, ({ calendar: { definition, holidays, around }, start, target, cuts }) => {
        const from = around - 3 * day
        const minutes = (9 * day) / minute
        const at = from + start
        const pauses = pairs(cuts.map((cut) => at + cut).toSorted((a, b) => a - b))
        const compiled = compileCalendar(definition, holidays, from, from + minutes * minute)
        const served = serviceByMinute(definition, holidays, from, minutes)
        const found = due(at, target, compiled, pauses)
        expect(found).toBe(slowDue(at, target, { from, served }, pauses))
        if (found !== null) expect(elapsed(at, found, compiled, pauses)).toBe(target)
      }),
      { numRuns: 60 },
    )
  })

  test('is the wall clock when it serves around the clock, through both changes of the year', () => {
    const whole = week([{ from: '00:00', to: '24:00' }])
    for (const timeZone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']) {
      const from = Date.UTC(2026, 0, 1)
      const compiled = compileCalendar({ ...whole, timeZone }, noHolidays, from, from + 366 * day)
      expect(compiled.starts).toHaveLength(1)
      expect(due(from, 300 * day, compiled)).toBe(from + 300 * day)
    }
  })

  test('counts a night shift over the change as long as it is', () => {
    const night = { ...week([{ from: '22:00', to: '06:00' }]), timeZone: 'Europe/Berlin' }
    const hours = (date: string) => {
      const from = Date.parse(`${date}T12:00:00Z`)
      return elapsed(from, from + day, compileCalendar(night, noHolidays, from, from + day)) / 3_600_000
    }
    expect(['2026-03-27', '2026-03-28', '2026-10-24'].map(hours)).toEqual([8, 7, 9])
  })

  test('says nothing about what it was not compiled for', () => {
    const office = { ...week([{ from: '09:00', to: '18:00' }]), timeZone: 'Asia/Shanghai' }
    const from = Date.UTC(2026, 5, 1)
    const compiled = compileCalendar(office, noHolidays, from, from + 2 * day)
    expect(due(from - 1, 1000, compiled)).toBeNull()
    expect(due(from, 30 * 3_600_000, compiled)).toBeNull()
    expect(due(from, 9 * 3_600_000, compiled)).toBe(Date.parse('2026-06-01T10:00:00Z'))
  })
})

describe('a month of a calendar', () => {
  const china: CalendarDefinition = {
    timeZone: 'Asia/Shanghai',
    week: [...Array(5).fill([{ from: '09:00', to: '18:00' }]), [], []],
    holidays: { country: 'CN', region: null, makeUpAs: 1 },
    exceptions: [
      {
        date: '2026-10-08',
        kind: 'hours',
        intervals: [{ from: '10:00', to: '16:00' }],
        weekday: null,
        name: '盘点',
      },
    ],
  }
  const days = new Map<string, HolidayDay>([
    ['2026-10-01', { date: '2026-10-01', kind: 'holiday', name: { 'zh-CN': '国庆节' } }],
    ['2026-10-10', { date: '2026-10-10', kind: 'make_up', name: { 'zh-CN': '国庆节' } }],
  ])
  const october = daysOfMonth(china, days, '2026-10')
  const on = (date: string) => october.find((one) => one.date === `2026-10-${date}`)

  test('says of each day when there is service and why', () => {
    expect(october).toHaveLength(31)
    expect(on('01')).toMatchObject({ reason: 'holiday', name: { 'zh-CN': '国庆节' }, intervals: [] })
    expect(on('10')).toMatchObject({ reason: 'make_up', intervals: [{ from: '09:00', to: '18:00' }] })
    expect(on('08')).toMatchObject({ reason: 'exception', intervals: [{ from: '10:00', to: '16:00' }] })
    expect(on('17')).toMatchObject({ reason: 'week', name: null, intervals: [], spans: [] })
    expect(on('09')?.spans).toEqual([
      { start: Date.parse('2026-10-09T01:00:00Z'), end: Date.parse('2026-10-09T10:00:00Z') },
    ])
  })
})

describe('a calendar is refused', () => {
  const codes = (change: Partial<CalendarDefinition>) => {
    const result = calendarDefinition.safeParse({
      ...week([{ from: '09:00', to: '18:00' }]),
      timeZone: 'Asia/Shanghai',
      ...change,
    })
    return result.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  }
  const nobody = Array(7).fill([])

  test('without any service time, even if a dated exception has some', () => {
    expect(codes({ week: nobody })).toEqual(['week no_service_time'])
  })
  test('for all its faults at once', () => {
    const overlapping = [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
      { from: '14:00', to: '14:00' },
    ]
    expect(codes({ week: [overlapping, ...Array(6).fill([])] })).toEqual([
      'week.0.1 intervals_overlap',
      'week.0.2 interval_empty',
    ])
  })
  test('when a night shift reaches into the morning shift, from Sunday to Monday too', () => {
    const sunday = [{ from: '22:00', to: '09:30' }]
    expect(codes({ week: [[{ from: '09:00', to: '18:00' }], ...Array(5).fill([]), sunday] })).toEqual([
      'week.6.0 intervals_overlap',
    ])
  })
  test('in a zone that nobody knows', () => {
    expect(codes({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone time_zone'])
  })
  test('but not for days of zero length: they are closed', () => {
    expect(codes({ week: [...nobody.slice(0, 6), [{ from: '09:00', to: '09:01' }]] })).toEqual([])
  })
})

function week(intervals: CalendarDefinition['week'][number]): CalendarDefinition {
  return { timeZone: 'UTC', week: Array(7).fill(intervals), holidays: null, exceptions: [] }
}

function pairs(points: readonly number[]): Pause[] {
  return points.flatMap((from, index) => {
    const to = points[index + 1]
    return index % 2 === 0 && to !== undefined ? [[from, to] as const] : []
  })
}
