import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profile } from './floor.fixture.ts'
import { defaultPolicy } from './policy.ts'
import { droppedBetween, ladderAt, lastStep, nextStep, requirementsAt } from './relax.ts'
import { demandOf, matchOf, requirementsKey } from './requirements.ts'
import type { Asked } from './shapes.ts'

const { ladder } = defaultPolicy
const inSeconds = (seconds: number) => seconds * 1000
const asked: Asked = {
  shopId: 1,
  channelId: 1,
  teamIds: [3],
  language: { tag: 'zh', level: 3, required: false },
  skills: [
    { skillId: 7, level: 4, required: true },
    { skillId: 8, level: 2, required: false },
  ],
  overflowTeamId: 5,
}

describe('the ladder', () => {
  it('drops wishes after 60 s, levels after 120 s, lets the overflow team in after 180 s, everybody after 600 s', () => {
    const at = (seconds: number) => ladderAt(asked, 0, ladder, inSeconds(seconds))
    expect(at(59.9)).toMatchObject({ step: 0, stepAt: inSeconds(60), asks: { teamIds: [3] } })
    expect(at(60)).toMatchObject({
      step: 1,
      stepAt: inSeconds(120),
      asks: { language: { level: 0 }, skills: [{ level: 4 }, { level: 0 }] },
    })
    expect(at(120).asks.skills).toMatchObject([{ level: 1 }, { level: 0 }])
    expect(at(180)).toMatchObject({ step: 3, stepAt: inSeconds(600), asks: { teamIds: [3, 5] } })
    expect(at(600)).toMatchObject({
      step: lastStep,
      stepAt: null,
      asks: { teamIds: [], skills: [{ level: 0 }, {}] },
    })
    expect(droppedBetween(asked, 0, 3)).toEqual(['preferred', 'levels', 'team'])
  })

  it('has no step that changes nothing', () => {
    const plain: Asked = { ...asked, teamIds: [], skills: [], overflowTeamId: null }
    expect(nextStep(plain, 0)).toBe(1)
    expect(nextStep(plain, 1)).toBeNull()
    expect(nextStep({ ...plain, language: null }, 0)).toBeNull()
  })

  it('never asks for more than before, and at its end asks nothing that somebody who may serve the shop lacks', () => {
    const level = fc.integer({ min: 1, max: 5 })
    const shape = fc.record({
      shopId: fc.constant(1),
      channelId: fc.constant(1),
      teamIds: fc.subarray([3, 4]),
      language: fc.option(fc.record({ tag: fc.constantFrom('zh', 'en'), level, required: fc.boolean() })),
      skills: fc.uniqueArray(
        fc.record({ skillId: fc.constantFrom(7, 8, 9), level, required: fc.boolean() }),
        { selector: (one) => one.skillId },
      ),
      overflowTeamId: fc.option(fc.constantFrom(4, 5)),
    })
    const person = fc
      .record({
        teamIds: fc.subarray([3, 4, 5]),
        skills: fc.dictionary(fc.constantFrom('7', '8', '9'), level),
        languages: fc.dictionary(fc.constantFrom('zh', 'en'), level),
      })
      .map(({ teamIds, skills, languages }) =>
        profile(1, {
          teamIds,
          skills: new Map(Object.entries(skills).map(([id, value]) => [Number(id), value])),
          languages: new Map(Object.entries(languages)),
        }),
      )
    fc.assert(
      fc.property(shape, person, (some, one) => {
        const fits = [0, 1, 2, 3, 4].map((step) => matchOf(one, 1, requirementsAt(some, step)) !== null)
        expect(fits).toEqual([...fits].sort())
        expect(fits[4]).toBe(true)
      }),
    )
  })
})

describe('what a conversation asks for', () => {
  const facts = {
    shopId: 1,
    channelId: 2,
    stage: 'after_sales' as const,
    language: 'zh-CN',
    topicId: 4,
    customerTagIds: [6],
    teamId: null,
    priority: 1,
  }
  const rule = (when: object, then: object) => ({
    ...defaultPolicy,
    rules: [
      {
        name: 'One',
        when: {
          shopIds: [],
          channelIds: [],
          stages: [],
          languages: [],
          topicIds: [],
          customerTagIds: [],
          ...when,
        },
        teamId: 9,
        overflowTeamId: null,
        skills: [],
        priority: 2,
        ...then,
      },
    ],
  })

  it('is its language alone without rules, and what the first rule that holds says with them', () => {
    expect(demandOf(facts, defaultPolicy)).toMatchObject({
      asked: { teamIds: [], language: { tag: 'zh', level: 3 }, skills: [] },
      priority: 1,
    })
    for (const when of [
      { shopIds: [1] },
      { channelIds: [2] },
      { stages: ['after_sales'] },
      { languages: ['zh'] },
      { topicIds: [4] },
      { customerTagIds: [5, 6] },
    ]) {
      expect(demandOf(facts, rule(when, {}))).toMatchObject({ asked: { teamIds: [9] }, priority: 3 })
    }
    expect(demandOf(facts, rule({ stages: ['pre_sales'] }, {})).priority).toBe(1)
  })

  it('is the team it was handed over to, before that of a rule', () => {
    expect(demandOf({ ...facts, teamId: 12 }, rule({}, {})).asked.teamIds).toEqual([12])
  })

  it('is the same text for the same requirements, and another for others', () => {
    const one = requirementsAt(asked, 0)
    expect(requirementsKey({ ...one, skills: [...one.skills] })).toBe(requirementsKey(one))
    expect(requirementsKey(requirementsAt(asked, 1))).not.toBe(requirementsKey(one))
  })
})
