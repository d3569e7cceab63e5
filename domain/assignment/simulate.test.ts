import { describe, expect, it } from 'vitest'
import { profile } from './floor.fixture.ts'
import { defaultPolicy } from './policy.ts'
import { type Arrival, type Scene, simulate, type Worker } from './simulate.ts'
import type { Figures } from './simulation.ts'

const minute = 60_000

function arrival(id: number, at: number, is: Partial<Arrival> = {}): Arrival {
  return {
    id,
    at,
    customerId: id,
    units: 1,
    handleMs: 5 * minute,
    facts: {
      shopId: 1,
      channelId: 1,
      stage: null,
      language: 'zh',
      topicId: null,
      customerTagIds: [],
      teamId: null,
      priority: 0,
    },
    ...is,
  }
}

function worker(staffId: number, is: Partial<Worker> = {}): Worker {
  return { staffId, profile: profile(staffId), capacity: 1, shifts: [{ from: 0, to: 60 * minute }], ...is }
}

function figures(scene: Partial<Scene>): Figures {
  const whole: Scene = {
    brandId: 1,
    from: 0,
    to: 60 * minute,
    arrivals: [],
    workers: [],
    policy: defaultPolicy,
    promisedSeconds: 30,
    ...scene,
  }
  const steps = simulate(whole)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

describe('a simulated period', () => {
  it('serves one after the other where one person has room for one', () => {
    const arrivals = [arrival(1, 0), arrival(2, minute), arrival(3, 2 * minute)]
    expect(figures({ arrivals, workers: [worker(1)] })).toMatchObject({
      arrivals: 3,
      assigned: 3,
      waiting: 0,
      waitMean: 240,
      waitMedian: 240,
      waitP90: 480,
      waitMost: 480,
      breaches: 2,
      agents: [{ staffId: 1, served: 3, mostUnits: 1, load: 0.25 }],
    })
  })

  it('is better with one more', () => {
    const arrivals = [arrival(1, 0), arrival(2, minute), arrival(3, 2 * minute)]
    const more = figures({ arrivals, workers: [worker(1), worker(2)] })
    expect(more).toMatchObject({ waitMost: 180, breaches: 1 })
    expect(more.agents.map((one) => one.served)).toEqual([2, 1])
  })

  it('gives nothing outside the shift, and counts who still waits as a breach', () => {
    const late = worker(1, { shifts: [{ from: 10 * minute, to: 20 * minute }] })
    const arrivals = [arrival(1, 0), arrival(2, 30 * minute)]
    expect(figures({ arrivals, workers: [late] })).toMatchObject({
      assigned: 1,
      waiting: 1,
      waitMost: 600,
      breaches: 2,
    })
  })

  it('lets requirements fall away as the ladder says', () => {
    const foreign = worker(1, { profile: profile(1, { languages: new Map([['en', 5]]) }) })
    expect(figures({ arrivals: [arrival(1, 0)], workers: [foreign] })).toMatchObject({
      assigned: 1,
      waitMost: 60,
      relaxed: 1,
    })
  })

  it('brings a customer back to their last agent', () => {
    const arrivals = [arrival(1, 0), arrival(2, 10 * minute, { customerId: 1 })]
    const both = figures({ arrivals, workers: [worker(1), worker(2)] })
    expect(both).toMatchObject({ sticky: 1, agents: [{ served: 2 }, { served: 0 }] })
  })

  it('is the same each time', () => {
    const arrivals = Array.from({ length: 300 }, (_, n) =>
      arrival(n + 1, (n * 7919) % (50 * minute), { customerId: n % 40, handleMs: (1 + (n % 5)) * minute }),
    )
    const scene = { arrivals, workers: [worker(1, { capacity: 3 }), worker(2, { capacity: 5 }), worker(3)] }
    expect(figures(scene)).toEqual(figures(scene))
    expect(figures(scene).assigned + figures(scene).waiting).toBe(300)
  })
})
