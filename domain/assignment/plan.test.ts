import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agent, asks, group, sticking, waiting } from './floor.fixture.ts'
import { plan } from './plan.ts'
import { matchOf } from './requirements.ts'

const now = 1_000_000
const give = (
  entries: Parameters<typeof plan>[0],
  agents: Parameters<typeof plan>[2],
  groups: Parameters<typeof plan>[1] = [group(1)],
) => plan(entries, groups, agents, sticking, now)
const who = (decisions: ReturnType<typeof plan>) =>
  decisions.map((one) => [one.conversationId, one.chosen.staffId])

describe('the choice of an agent', () => {
  it('is the last agent before anybody who matches better', () => {
    const better = agent(1, { as: { skills: new Map([[7, 5]]) } })
    const last = agent(2, { used: 7 })
    const sticky = { staffId: 2, until: now, pausedUntil: 0 }
    const skilled = [group(1, { skills: [{ skillId: 7, level: 0, required: false }] })]
    expect(give([waiting(1, { sticky })], [better, last], skilled)).toMatchObject([
      { chosen: { staffId: 2 }, rule: 'sticky', runnersUp: [{ staffId: 1 }], eligible: 2 },
    ])
  })

  it('is the better match of skill and language, then the larger spare share, then the longer idle, then the number', () => {
    const skilled = [
      group(1, {
        skills: [{ skillId: 7, level: 1, required: true }],
        language: { tag: 'zh', level: 1, required: false },
      }),
    ]
    const has = (level: number) => ({ skills: new Map([[7, level]]) })
    const rule = (agents: Parameters<typeof give>[1]) => {
      const [one] = give([waiting(1)], agents, skilled)
      return [one?.chosen.staffId, one?.rule, one?.runnersUp.map((next) => next.staffId)]
    }
    expect(rule([agent(1, { as: has(3) }), agent(2, { as: has(4), used: 7 })])).toEqual([2, 'match', [1]])
    expect(
      rule([agent(1, { as: has(3), used: 2 }), agent(2, { as: has(3), used: 3, capacity: 16 })]),
    ).toEqual([2, 'share', [1]])
    expect(rule([agent(1, { as: has(3), idleSince: 9 }), agent(2, { as: has(3), idleSince: 5 })])).toEqual([
      2,
      'idle',
      [1],
    ])
    expect(rule([agent(2, { as: has(3) }), agent(1, { as: has(3) })])).toEqual([1, 'idle', [2]])
    expect(rule([agent(1, { as: has(3) }), agent(2)])).toEqual([1, 'only', []])
  })

  it('spreads what comes at once, and stops when everybody is full', () => {
    const entries = [1, 2, 3, 4, 5].map((id) => waiting(id))
    expect(who(give(entries, [agent(1, { capacity: 2 }), agent(2, { capacity: 2 })]))).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 2],
    ])
  })

  it('gives paused agents their own recent customers and nobody else', () => {
    const paused = agent(1, { state: 'paused' })
    const own = (pausedUntil: number) => ({ staffId: 1, until: now + 1, pausedUntil })
    expect(give([waiting(1)], [paused])).toEqual([])
    expect(give([waiting(1, { sticky: own(now - 1) })], [paused])).toEqual([])
    expect(who(give([waiting(1, { sticky: own(now) })], [paused]))).toEqual([[1, 1]])
  })

  it('leaves who let it go for last, and asks them not at all for a while', () => {
    const back = { returnedFrom: [1], returnedUntil: now }
    expect(who(give([waiting(1, back)], [agent(1), agent(2, { used: 7 })]))).toEqual([[1, 2]])
    expect(who(give([waiting(1, back)], [agent(1)]))).toEqual([[1, 1]])
    expect(give([waiting(1, { ...back, returnedUntil: now + 1 })], [agent(1)])).toEqual([])
  })
})

/** A floor of any shape: teams, skills and languages from small sets, so that they meet. */
const floor = fc.record({
  agents: fc.array(
    fc.record({
      state: fc.constantFrom('online' as const, 'online' as const, 'paused' as const, 'break' as const),
      capacity: fc.integer({ min: 0, max: 12 }).map((quarters) => quarters / 4),
      used: fc.integer({ min: 0, max: 12 }).map((quarters) => quarters / 4),
      idleSince: fc.nat(5),
      teamIds: fc.subarray([1, 2]),
      skills: fc.dictionary(fc.constantFrom('7', '8'), fc.integer({ min: 1, max: 5 })),
      languages: fc.dictionary(fc.constantFrom('zh', 'en'), fc.integer({ min: 1, max: 5 })),
    }),
    { maxLength: 12 },
  ),
  groups: fc.array(
    fc.record({
      teamIds: fc.subarray([1, 2]),
      level: fc.integer({ min: 0, max: 5 }),
      language: fc.option(fc.constantFrom('zh', 'en')),
      skill: fc.option(fc.constantFrom(7, 8)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  entries: fc.array(
    fc.record({
      group: fc.nat(3),
      orderKey: fc.nat(20),
      units: fc.constantFrom(0.5, 1),
      last: fc.option(fc.integer({ min: 1, max: 12 })),
      from: fc.subarray([1, 2, 3]),
      until: fc.constantFrom(now - 1, now + 1),
    }),
    { maxLength: 25 },
  ),
})

function built(shape: typeof floor extends fc.Arbitrary<infer S> ? S : never) {
  const agents = shape.agents.map(({ state, capacity, used, idleSince, teamIds, skills, languages }, index) =>
    agent(index + 1, {
      state,
      capacity,
      used,
      idleSince,
      as: {
        teamIds,
        skills: new Map(Object.entries(skills).map(([id, level]) => [Number(id), level])),
        languages: new Map(Object.entries(languages)),
      },
    }),
  )
  const groups = shape.groups.map((one, index) =>
    group(index + 1, {
      teamIds: one.teamIds,
      language: one.language ? { tag: one.language, level: one.level, required: true } : null,
      skills: one.skill ? [{ skillId: one.skill, level: one.level, required: true }] : [],
    }),
  )
  const entries = shape.entries.map((one, index) => {
    const groupId = 1 + (one.group % groups.length)
    return waiting(index + 1, {
      groupId,
      orderKey: one.orderKey,
      // A channel costs the same for all of its conversations.
      units: groupId % 2 === 0 ? 1 : 0.5,
      sticky: one.last ? { staffId: one.last, until: one.until, pausedUntil: one.until } : null,
      returnedFrom: one.from,
      returnedUntil: one.until,
    })
  })
  return { agents, groups, entries }
}

describe('any plan', () => {
  it('never exceeds capacity, qualifies each, and leaves nobody idle while somebody waits whom they fit', () => {
    fc.assert(
      fc.property(floor, (shape) => {
        const { agents, groups, entries } = built(shape)
        const decisions = plan(entries, groups, agents, sticking, now)
        const used = new Map(agents.map((one) => [one.profile.staffId, one.used]))
        const entryOf = new Map(entries.map((one) => [one.conversationId, one]))
        expect(new Set(decisions.map((one) => one.conversationId)).size).toBe(decisions.length)
        for (const decision of decisions) {
          const entry = entryOf.get(decision.conversationId)
          const taker = agents[decision.chosen.staffId - 1]
          const asked = groups[(entry?.groupId ?? 0) - 1]
          if (!entry || !taker || !asked) throw new Error('somebody unknown')
          expect(matchOf(taker.profile, 1, asked.asks)).toBe(decision.chosen.match)
          const after = (used.get(decision.chosen.staffId) ?? 0) + entry.units
          expect(after).toBeLessThanOrEqual(taker.capacity)
          used.set(decision.chosen.staffId, after)
          if (decision.rule !== 'sticky') expect(taker.state).toBe('online')
          expect(decision.runnersUp.length).toBeLessThanOrEqual(3)
          expect(decision.eligible).toBeGreaterThan(decision.runnersUp.length - 1)
          entryOf.delete(decision.conversationId)
        }
        for (const left of entryOf.values()) {
          const asked = groups[left.groupId - 1]
          for (const idle of agents) {
            const id = idle.profile.staffId
            const barred = now < left.returnedUntil && left.returnedFrom.includes(id)
            if (idle.state !== 'online' || barred || (used.get(id) ?? 0) + left.units > idle.capacity)
              continue
            expect(matchOf(idle.profile, 1, asked?.asks ?? asks())).toBeNull()
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is the same for the same input, in whatever order it is read', () => {
    fc.assert(
      fc.property(floor, (shape) => {
        const { agents, groups, entries } = built(shape)
        const once = plan(entries, groups, agents, sticking, now)
        expect(plan(entries.toReversed(), groups.toReversed(), agents.toReversed(), sticking, now)).toEqual(
          once,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('of a thousand agents and three hundred waiting takes milliseconds, not seconds', () => {
    const skills = [1, 2, 3, 4, 5, 6, 7, 8]
    const agents = Array.from({ length: 1000 }, (_, n) =>
      agent(n + 1, {
        used: n % 8,
        as: { skills: new Map(skills.slice(n % 5, 3 + (n % 5)).map((id) => [id, 1 + (n % 5)])) },
      }),
    )
    const groups = skills.map((skillId) =>
      group(skillId, { skills: [{ skillId, level: 1, required: true }] }),
    )
    const entries = Array.from({ length: 300 }, (_, n) => waiting(n + 1, { groupId: 1 + (n % 8) }))
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 5; round++) {
      const start = performance.now()
      expect(plan(entries, groups, agents, sticking, now)).not.toHaveLength(0)
      best = Math.min(best, performance.now() - start)
    }
    expect(best).toBeLessThan(100)
  })
})
