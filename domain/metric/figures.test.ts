import { describe, expect, test } from 'vitest'
import { dayFigures, ownFigures, type Talk } from './figures.ts'
import type { TalkLine } from './rounds.ts'

const amy = 1
const bea = 2
const minute = 60_000
/** Midnight at the shop, and a moment of the evening after it. */
const midnight = Date.UTC(2026, 2, 9)
const now = midnight + 20 * 60 * minute

type Said = [minutes: number, who: 'customer' | 'system' | typeof amy | typeof bea, how?: 'note' | 'recalled']

/** A talk whose lines stand at minutes after midnight of the shop; negative ones were yesterday. */
function talk(said: readonly Said[], more: Partial<Talk> = {}): Talk {
  const lines = said.map(
    ([at, who, how]): TalkLine => ({
      at: midnight + at * minute,
      kind: how === 'note' ? 'note' : 'message',
      by: typeof who === 'number' ? 'staff' : who,
      staffId: typeof who === 'number' ? who : null,
      recalled: how === 'recalled',
    }),
  )
  const startedAt = lines[0]?.at ?? midnight
  return { dayStart: midnight, startedAt, spam: false, lines, hands: [], ...more }
}

const hand = (staffId: number, from: number, to: number | null = null) => ({
  staffId,
  from: midnight + from * minute,
  to: to === null ? null : midnight + to * minute,
})

/** What a talk gives: minutes to first response, kept of all rounds, and each person's kept of theirs. */
const vectors: {
  name: string
  talk: Talk
  inbound?: number
  first: number | null
  rounds: string
  amy?: string
  bea?: string
}[] = [
  {
    name: 'asked and answered',
    talk: talk([
      [600, 'customer'],
      [602, amy],
    ]),
    first: 2,
    rounds: '1/1',
    amy: '1/1',
  },
  {
    name: 'asked again: the round goes on from the first words',
    talk: talk([
      [600, 'customer'],
      [602, 'customer'],
      [604, amy],
    ]),
    first: 4,
    rounds: '0/1',
    amy: '0/1',
  },
  {
    name: 'answered twice: the second answer ends nothing',
    talk: talk([
      [600, 'customer'],
      [601, amy],
      [609, bea],
    ]),
    first: 1,
    rounds: '1/1',
    amy: '1/1',
  },
  {
    name: 'a welcome text and a note answer nothing',
    talk: talk([
      [600, 'customer'],
      [600, 'system'],
      [601, bea, 'note'],
      [605, amy],
    ]),
    first: 5,
    rounds: '0/1',
    amy: '0/1',
  },
  {
    name: 'first the bot, then a person',
    talk: talk([
      [600, 'system'],
      [601, 'customer'],
      [601, 'system'],
      [602, amy],
    ]),
    first: 1,
    rounds: '1/1',
    amy: '1/1',
  },
  {
    name: 'reopened: a new round, no new first response',
    talk: talk([
      [600, 'customer'],
      [601, amy],
      [700, 'customer'],
      [705, bea],
    ]),
    first: 1,
    rounds: '1/2',
    amy: '1/1',
    bea: '0/1',
  },
  {
    name: 'transferred twice: the one who answered is credited',
    talk: talk(
      [
        [600, 'customer'],
        [602, bea],
      ],
      { hands: [hand(amy, 600, 601), hand(bea, 601, 601), hand(amy, 602)] },
    ),
    first: 2,
    rounds: '1/1',
    amy: '0/0',
    bea: '1/1',
  },
  {
    name: 'unanswered: against the one who had it when the three minutes ran out',
    talk: talk([[600, 'customer']], { hands: [hand(amy, 600, 604), hand(bea, 604)] }),
    first: null,
    rounds: '0/1',
    amy: '0/1',
    bea: '0/0',
  },
  {
    name: 'unanswered in the queue: against nobody in person',
    talk: talk([[600, 'customer']]),
    first: null,
    rounds: '0/1',
    amy: '0/0',
  },
  {
    name: 'two minutes are no failure yet',
    talk: talk([[20 * 60 - 2, 'customer']], { hands: [hand(amy, 20 * 60 - 2)] }),
    first: null,
    rounds: '0/0',
    amy: '0/0',
  },
  {
    name: 'over midnight: the round is of the day on which it was asked',
    talk: talk([
      [-1, 'customer'],
      [1, amy],
      [2, 'customer'],
      [4, amy],
    ]),
    inbound: 0,
    first: null,
    rounds: '1/1',
    amy: '1/1',
  },
  {
    name: 'asked before midnight and again after it: still the round of yesterday',
    talk: talk([
      [-1, 'customer'],
      [1, 'customer'],
      [2, amy],
    ]),
    inbound: 0,
    first: null,
    rounds: '0/0',
    amy: '0/0',
  },
  {
    name: "started by an agent: from the customer's first message",
    talk: talk([
      [600, amy],
      [640, 'customer'],
      [641, amy],
    ]),
    first: 1,
    rounds: '1/1',
    amy: '1/1',
  },
  {
    name: 'an answer taken back is none',
    talk: talk([
      [600, 'customer'],
      [601, amy, 'recalled'],
      [607, bea],
    ]),
    first: 7,
    rounds: '0/1',
    amy: '0/0',
    bea: '0/1',
  },
  {
    name: 'a question taken back asks nothing',
    talk: talk([
      [600, 'customer', 'recalled'],
      [601, amy],
    ]),
    first: null,
    rounds: '0/0',
    amy: '0/0',
  },
  {
    name: 'spam asks nothing and comes from nobody',
    talk: talk([[600, 'customer']], { spam: true }),
    inbound: 0,
    first: null,
    rounds: '0/0',
  },
  {
    name: 'the clocks of two machines disagree: not less than nothing',
    talk: talk([
      [600, 'customer'],
      [599, amy],
    ]),
    first: 0,
    rounds: '1/1',
    amy: '1/1',
  },
]

describe('the figures of a day', () => {
  test.each(vectors)('$name', ({ talk: one, inbound = 1, first, rounds, ...people }) => {
    const figures = dayFigures([one], now)
    expect(figures.inbound).toBe(inbound)
    expect(figures.firstResponse?.mean ?? null).toBe(first === null ? null : first * minute)
    expect(`${figures.threeMinutes.kept}/${figures.threeMinutes.of}`).toBe(rounds)
    for (const [staffId, kept] of [[amy, people.amy] as const, [bea, people.bea] as const]) {
      const own = ownFigures([one], staffId, now).threeMinutes
      if (kept !== undefined) expect(`${own.kept}/${own.of}`).toBe(kept)
    }
  })

  test('answered of all that were asked, with the spread of the first responses', () => {
    const asked = [1, 2, 3, 10].map((took) =>
      talk([
        [600, 'customer'],
        [600 + took, amy],
      ]),
    )
    const figures = dayFigures([...asked, talk([[600, 'customer']])], now)
    expect(figures.answered).toEqual({ kept: 4, of: 5 })
    expect(figures.firstResponse).toMatchObject({ count: 4, mean: 4 * minute, median: 2.5 * minute })
    expect(figures.firstResponse?.p90).toBeCloseTo(7.9 * minute)
  })

  test('a day without anything has no spread and no share', () => {
    expect(dayFigures([], now)).toEqual({
      inbound: 0,
      answered: { kept: 0, of: 0 },
      firstResponse: null,
      threeMinutes: { kept: 0, of: 0 },
    })
  })

  test('conversations served are those in which the person said something to the customer today', () => {
    const talks = [
      talk([
        [600, 'customer'],
        [601, amy],
        [602, bea],
      ]),
      talk([
        [600, 'customer'],
        [601, amy, 'note'],
      ]),
      talk([
        [600, 'customer'],
        [601, amy, 'recalled'],
      ]),
      talk([
        [-10, 'customer'],
        [-9, amy],
      ]),
      talk([
        [-10, 'customer'],
        [10, amy],
      ]),
    ]
    expect(ownFigures(talks, amy, now).served).toBe(2)
    expect(ownFigures(talks, bea, now).served).toBe(1)
  })
})
