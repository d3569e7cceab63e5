import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signRefusal } from './handover.ts'
import { localTime, momentAt, mondayOf, plusDays } from './local-time.ts'
import { peakNow } from './peak.ts'
import { backFromLeave, fitsLength, movedByDays, overlap } from './shift.ts'

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
]
const at = (text: string) => new Date(text)
const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })

describe('local time', () => {
  test('what the wall shows leads back to the moment, but in the hour that comes twice', () => {
    const minute = fc.integer({ min: 0, max: 2_000_000 }).map((n) => new Date(1_735_689_600_000 + n * 60_000))
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (moment, zone) => {
        const back = momentAt(localTime(moment, zone), zone)
        const apart = moment.getTime() - back.getTime()
        expect([0, 1_800_000, 3_600_000]).toContain(apart)
        expect(localTime(back, zone)).toEqual(localTime(moment, zone))
      }),
    )
  })

  test('an hour that is left out counts from before the change; one that comes twice is meant first', () => {
    const berlin = (day: string, minutes: number) => momentAt({ day, minutes }, 'Europe/Berlin').toISOString()
    expect(berlin('2026-03-29', 150)).toBe('2026-03-29T01:30:00.000Z')
    expect(berlin('2026-10-25', 150)).toBe('2026-10-25T00:30:00.000Z')
    expect(berlin('2026-11-11', 1500)).toBe('2026-11-12T00:00:00.000Z')
  })

  test('weeks begin on Monday', () => {
    expect(mondayOf('2026-11-11')).toBe('2026-11-09')
    expect(mondayOf('2026-11-09')).toBe('2026-11-09')
    expect(mondayOf('2026-11-15')).toBe('2026-11-09')
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('shifts', () => {
  test('shifts that touch do not overlap', () => {
    const early = stretch('2026-11-11T00:00:00Z', '2026-11-11T08:00:00Z')
    const late = stretch('2026-11-11T08:00:00Z', '2026-11-11T16:00:00Z')
    expect(overlap(early, late)).toBe(false)
    expect(overlap(early, { ...late, startsAt: at('2026-11-11T07:59:59Z') })).toBe(true)
  })

  test('nobody works more than a day at a stretch', () => {
    expect(fitsLength('work', stretch('2026-11-11T00:00:00Z', '2026-11-12T00:00:00Z'))).toBe(true)
    expect(fitsLength('work', stretch('2026-11-11T00:00:00Z', '2026-11-12T00:00:01Z'))).toBe(false)
    expect(fitsLength('leave', stretch('2026-11-11T00:00:00Z', '2026-11-21T00:00:00Z'))).toBe(true)
    expect(fitsLength('leave', stretch('2026-11-11T00:00:00Z', '2026-11-11T00:00:00Z'))).toBe(false)
  })

  test('the next week begins at the same hour on the wall, also when the clocks change between', () => {
    const week = stretch('2026-10-21T07:00:00Z', '2026-10-21T15:00:00Z')
    expect(movedByDays(week, 7, 'Europe/Berlin')).toEqual(
      stretch('2026-10-28T08:00:00Z', '2026-10-28T16:00:00Z'),
    )
    expect(movedByDays(week, 7, 'Asia/Shanghai')).toEqual(
      stretch('2026-10-28T07:00:00Z', '2026-10-28T15:00:00Z'),
    )
  })

  test('one is back from a long leave when it ended; parts of it that follow each other count as one', () => {
    const now = at('2026-11-11T00:00:00Z')
    const parts = [
      stretch('2026-11-03T00:00:00Z', '2026-11-05T00:00:00Z'),
      stretch('2026-11-01T00:00:00Z', '2026-11-03T00:00:00Z'),
    ]
    expect(backFromLeave(parts, now)).toEqual(at('2026-11-05T00:00:00Z'))
    expect(backFromLeave(parts.slice(1), now)).toBeNull()
    expect(backFromLeave([stretch('2026-11-01T00:00:00Z', '2026-11-12T00:00:00Z')], now)).toBeNull()
  })
})

test('a peak event is on from its start up to its end, unless it was cancelled', () => {
  const event = { brandId: 1, ...stretch('2026-11-10T12:00:00Z', '2026-11-12T00:00:00Z'), cancelledAt: null }
  expect(peakNow([event], at('2026-11-10T11:59:59Z'))).toBeNull()
  expect(peakNow([event], at('2026-11-10T12:00:00Z'))).toBe(event)
  expect(peakNow([event], at('2026-11-12T00:00:00Z'))).toBeNull()
  expect(
    peakNow([{ ...event, cancelledAt: at('2026-11-01T00:00:00Z') }], at('2026-11-11T00:00:00Z')),
  ).toBeNull()
})

test('a handover is signed once, by another member of the team', () => {
  const handover = { fromStaffId: 1, signedBy: null }
  expect(signRefusal(handover, { staffId: 2, ofTeam: true })).toBeNull()
  expect(signRefusal(handover, { staffId: 1, ofTeam: true })).toBe('handover_own')
  expect(signRefusal(handover, { staffId: 3, ofTeam: false })).toBe('handover_not_of_team')
  expect(signRefusal({ ...handover, signedBy: 2 }, { staffId: 3, ofTeam: true })).toBe('handover_signed')
})
