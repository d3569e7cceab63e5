import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakEnds, overBreakMs, usedUpQuota } from './breaks.ts'
import { effectiveCapacity, hasRoom, rampMs } from './capacity.ts'
import { firstWatch, watchLeases } from './lease-watch.ts'
import { presenceStates } from './state.ts'
import { mayLeadPut, nextPresence, presenceCommands, presenceTimeouts, takesNewWork } from './transitions.ts'

const facts = { thenState: 'online', lostFrom: null } as const

describe('transitions', () => {
  test('from every state one may leave, and from every state but offline lose the connection', () => {
    for (const state of presenceStates) {
      expect(nextPresence(state, 'go_offline', facts)).toBe('offline')
      expect(nextPresence(state, 'lose_connection', facts)).toBe(state === 'offline' ? null : 'offline')
    }
  })

  test('every state that ends by itself has a row for it, and no other has', () => {
    for (const state of presenceStates) {
      const ends = nextPresence(state, 'time_over', facts) !== null
      expect(ends).toBe(presenceTimeouts[state] === 'ends')
    }
  })

  test('wrap-up time is interrupted by a lost connection: what should have followed comes', () => {
    expect(nextPresence('wrap_up', 'time_over', { ...facts, thenState: 'paused' })).toBe('paused')
    expect(nextPresence('offline', 'connection_back', { thenState: 'paused', lostFrom: 'wrap_up' })).toBe(
      'paused',
    )
    expect(nextPresence('offline', 'connection_back', { ...facts, lostFrom: 'break' })).toBe('break')
    expect(nextPresence('offline', 'connection_back', facts)).toBeNull()
  })

  test('any history of commands stays within the states', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...presenceCommands)), (commands) => {
        let state: (typeof presenceStates)[number] = 'offline'
        for (const command of commands) state = nextPresence(state, command, facts) ?? state
        expect(presenceStates).toContain(state)
      }),
    )
  })

  test('a lead makes nobody present who is not there', () => {
    expect(mayLeadPut('offline', 'online')).toBe(false)
    expect(mayLeadPut('offline', 'offline')).toBe(true)
    expect(mayLeadPut('break', 'online')).toBe(true)
  })

  test('new customers go to who is online; own recent ones also to who has paused', () => {
    const open = presenceStates.filter((state) => takesNewWork(state, false))
    expect(open).toEqual(['online'])
    expect(presenceStates.filter((state) => takesNewWork(state, true))).toEqual(['online', 'paused'])
  })
})

describe('breaks', () => {
  test('a break is over its limit by the time since its end, and only a break', () => {
    const start = new Date('2026-11-11T04:00:00Z')
    const untilAt = breakEnds(start, 15)
    expect(overBreakMs({ state: 'break', untilAt }, new Date('2026-11-11T04:15:00Z'))).toBe(0)
    expect(overBreakMs({ state: 'break', untilAt }, new Date('2026-11-11T04:17:30Z'))).toBe(150_000)
    expect(overBreakMs({ state: 'wrap_up', untilAt }, new Date('2026-11-11T04:17:30Z'))).toBe(0)
  })

  test('one full team is enough; a team without a number is never full', () => {
    const team = (teamId: number, mostOnBreak: number | null, onBreak: number) => ({
      teamId,
      mostOnBreak,
      onBreak,
    })
    expect(usedUpQuota([team(1, null, 9), team(2, 2, 1)])).toBeNull()
    expect(usedUpQuota([team(1, null, 9), team(2, 2, 2)])?.teamId).toBe(2)
    expect(usedUpQuota([team(1, 0, 0)])?.teamId).toBe(1)
  })
})

describe('capacity', () => {
  const now = new Date('2026-11-11T00:00:00Z')
  const units = fc.integer({ min: 0, max: 80 }).map((quarters) => quarters / 4)

  test('grows from half to all over the return from leave, never shrinks on the way, and stays in quarters', () => {
    fc.assert(
      fc.property(
        units,
        units,
        fc.boolean(),
        fc.integer({ min: -1000, max: rampMs * 2 }),
        (a, b, peak, ms) => {
          const person = { capacity: a, peakCapacity: b, backSince: new Date(now.getTime() - ms) }
          const full = effectiveCapacity({ ...person, backSince: null }, peak, now)
          const share = effectiveCapacity(person, peak, now)
          const later = effectiveCapacity(person, peak, new Date(now.getTime() + 3_600_000))
          expect(share).toBeLessThanOrEqual(later)
          expect(later).toBeLessThanOrEqual(full)
          expect(share * 4).toBe(Math.floor(share * 4))
          if (ms >= rampMs) expect(share).toBe(full)
          else expect(share).toBeGreaterThanOrEqual(Math.min(full, Math.max(1, Math.floor(full * 2) / 4)))
        },
      ),
    )
  })

  test('a peak event never takes capacity away', () => {
    const person = { capacity: 8, peakCapacity: 5, backSince: null }
    expect(effectiveCapacity(person, true, now)).toBe(8)
    expect(effectiveCapacity({ ...person, peakCapacity: 15 }, true, now)).toBe(15)
  })

  test('what fits exactly has room', () => {
    expect(hasRoom(7.5, 0.5, 8)).toBe(true)
    expect(hasRoom(7.75, 0.5, 8)).toBe(false)
  })
})

describe('leases', () => {
  const look = (times: readonly (readonly [number, number])[]) => {
    let watch = firstWatch
    return times.map(([now, steady]) => {
      const answer = watchLeases(watch, now, steady)
      watch = answer.watch
      return answer.trusted
    })
  }

  test('after a start everybody has the length of a lease to come', () => {
    expect(
      look([
        [0, 0],
        [15_000, 15_000],
        [30_000, 30_000],
        [45_000, 45_000],
      ]),
    ).toEqual([false, false, false, true])
  })

  test('a jump of the clock, forward or back, puts nobody offline', () => {
    const calm = [0, 15_000, 30_000, 45_000].map((ms) => [ms, ms] as const)
    expect(look([...calm, [3_600_000, 50_000], [3_605_000, 55_000]]).slice(-2)).toEqual([false, false])
    expect(look([...calm, [-3_600_000, 50_000], [-3_595_000, 95_000]]).slice(-2)).toEqual([false, true])
  })
})
