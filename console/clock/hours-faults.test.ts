import { expect, test } from 'vitest'
import { faultsUnder, hoursFaults } from './hours-faults.ts'

const closed: { from: string; to: string }[] = []
const week = (monday: typeof closed, tuesday = closed) => [
  monday,
  tuesday,
  closed,
  closed,
  closed,
  closed,
  closed,
]

test('each fault stands at the hours it is about', () => {
  const faults = hoursFaults({
    week: week(
      [
        { from: '09:00', to: 'noon' },
        { from: '22:00', to: '06:00' },
      ],
      [{ from: '05:00', to: '05:00' }],
    ),
    exceptions: [
      { date: '2026-10-01', kind: 'closed', intervals: [], weekday: null, name: null },
      { date: '2026-10-01', kind: 'as_weekday', intervals: [], weekday: null, name: null },
    ],
  })
  expect(Object.fromEntries(faults)).toEqual({
    'week.0.0': 'time_of_day',
    'week.0.1': 'intervals_overlap',
    'week.1.0': 'interval_empty',
    'exceptions.1.date': 'date_twice',
    'exceptions.1.weekday': 'weekday_missing',
  })
  expect([...faultsUnder(faults, 'exceptions.1').keys()]).toEqual(['date', 'weekday'])
})

test('a week without any service is refused, a usual one is not', () => {
  expect([...hoursFaults({ week: week(closed), exceptions: [] }).values()]).toEqual(['no_service_time'])
  expect(hoursFaults({ week: week([{ from: '00:00', to: '24:00' }]), exceptions: [] }).size).toBe(0)
})
