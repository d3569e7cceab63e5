import { describe, expect, it } from 'vitest'
import { candidatesFor } from './candidates.ts'
import { effectiveCapacity } from './capacity.ts'
import { expectedWait } from './expected-wait.ts'
import { agent, asks } from './floor.fixture.ts'
import { orderKey } from './order-key.ts'
import { defaultPolicy } from './policy.ts'
import { stageOf } from './stage.ts'
import { goesToLead, nextTransferState, transferStates, transferTable } from './transfer.ts'

const minute = 60_000

describe('the place in the queue', () => {
  const key = (is: object) =>
    orderKey(
      { enqueuedAt: 10_000_000, priority: 0, dueAt: null, offlineMessage: false, ...is },
      defaultPolicy.order,
    )

  it('is the moment of coming, earlier by priority, by a promise that falls due, and for offline messages', () => {
    expect(key({})).toBe(10_000_000)
    expect(key({ priority: 2 })).toBe(10_000_000 - 600_000)
    expect(key({ dueAt: 10_030_000 })).toBe(10_030_000 - 300_000)
    expect(key({ dueAt: 99_000_000 })).toBe(10_000_000)
    expect(key({ offlineMessage: true })).toBe(10_000_000 - 86_400_000)
  })
})

describe('capacity', () => {
  const facts = { capacity: 8, peakCapacity: 15, peakOn: false, backSince: null }
  const at = (is: object, now = 0) => effectiveCapacity({ ...facts, ...is }, defaultPolicy.ramp, now)

  it('is the peak one at a peak event, and grows evenly after leave', () => {
    expect(at({})).toBe(8)
    expect(at({ peakOn: true })).toBe(15)
    expect(at({ backSince: 0 })).toBe(4)
    expect(at({ backSince: 0 }, 60 * minute)).toBe(6)
    expect(at({ backSince: 0 }, 120 * minute)).toBe(8)
    // A clock that went back takes nothing away that was there.
    expect(at({ backSince: 0 }, -minute)).toBe(4)
    expect(at({ backSince: 0, capacity: 0.5 })).toBe(0.5)
    expect(at({ backSince: 0, capacity: 1 })).toBe(1)
  })
})

describe('the stage of a sale', () => {
  it('follows the state of the orders', () => {
    expect([stageOf('none'), stageOf('paid'), stageOf('delivered'), stageOf('case'), stageOf(null)]).toEqual([
      'pre_sales',
      'in_sales',
      'after_sales',
      'after_sales',
      null,
    ])
  })
})

describe('a transfer', () => {
  it('ends by every command and by the clock, and nothing follows its end', () => {
    expect(nextTransferState('offered', 'accept')).toBe('accepted')
    expect(transferTable.offered.onTimeout).toBe('returned')
    for (const state of transferStates.filter((one) => one !== 'offered')) {
      expect(nextTransferState(state, 'accept')).toBeNull()
      expect(transferTable[state].onTimeout).toBeNull()
    }
    expect([goesToLead(2, 3), goesToLead(3, 3)]).toEqual([false, true])
  })
})

describe('the wait to expect', () => {
  it('is place over pace, and nothing where nobody can say', () => {
    expect(expectedWait(3, 90, true)).toBe(30)
    expect(expectedWait(1, 7, true)).toBe(130)
    expect(expectedWait(1, 2, true)).toBeNull()
    expect(expectedWait(1, 90, false)).toBeNull()
  })
})

describe('why nobody has it yet', () => {
  it('counts each who may serve the shop once, by the first thing that stands against it', () => {
    const skilled = { skills: new Map([[7, 3]]), teamIds: [1] }
    const count = candidatesFor(
      {
        brandId: 1,
        asks: asks({
          teamIds: [1],
          language: { tag: 'zh', level: 3, required: true },
          skills: [{ skillId: 7, level: 3, required: true }],
        }),
        units: 1,
        returnedFrom: [9],
        returnedUntil: 10,
        stickyStaffId: null,
        stickyPausedUntil: 0,
      },
      [
        agent(1, { as: skilled }),
        agent(2, { as: { ...skilled, teamIds: [2] } }),
        agent(3, { as: { ...skilled, languages: new Map([['en', 5]]) } }),
        agent(4, { as: { ...skilled, skills: new Map([[7, 2]]) } }),
        agent(5, { as: skilled, state: 'offline' }),
        agent(6, { as: skilled, state: 'break' }),
        agent(7, { as: skilled, state: 'paused' }),
        agent(8, { as: skilled, used: 8 }),
        agent(9, { as: skilled }),
        agent(10, { as: { ...skilled, brandIds: [2] } }),
      ],
      5,
    )
    expect(count).toEqual({
      all: 9,
      free: 1,
      otherTeam: 1,
      language: 1,
      skills: [{ skillId: 7, level: 3, count: 1 }],
      offline: 1,
      onBreak: 1,
      paused: 1,
      wrapUp: 0,
      full: 1,
      returnedFrom: 1,
    })
  })
})
