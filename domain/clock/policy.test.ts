import { expect, test } from 'vitest'
import { advance, marksOf } from './marks.ts'
import { policyFor } from './policy.ts'
import { type PolicyMatch, policyMatch } from './policy-shape.ts'

const facts = { shopId: 1, channelId: 11, topicIds: [31, 30], priority: 2, tagIds: [41] }
const policy = (id: number, position: number, match: Partial<PolicyMatch>) => ({
  id,
  position,
  definition: { match: policyMatch.parse(match) },
})
const chosen = (...policies: ReturnType<typeof policy>[]) => policyFor(policies, facts)?.id

test('the most specific policy wins, whatever its position', () => {
  expect(chosen(policy(1, 1, {}), policy(2, 3, { shopIds: [1] }), policy(3, 2, {}))).toBe(2)
  expect(chosen(policy(1, 1, { shopIds: [1] }), policy(2, 2, { shopIds: [1], tagIds: [41] }))).toBe(2)
})

test('among equally specific ones the lower position wins', () => {
  expect(chosen(policy(1, 2, { shopIds: [1] }), policy(2, 1, { channelIds: [11] }))).toBe(2)
})

test.each<[string, Partial<PolicyMatch>, boolean]>([
  ['another shop', { shopIds: [2] }, false],
  ['one of several shops', { shopIds: [2, 1] }, true],
  ['a topic above', { topicIds: [30] }, true],
  ['a lower priority', { priorityFrom: 2 }, true],
  ['a higher priority', { priorityFrom: 3 }, false],
  ['a segment that the customer is not in', { tagIds: [42] }, false],
])('%s', (_, match, holds) => expect(chosen(policy(1, 1, match))).toBe(holds ? 1 : undefined))

const step = { kinds: ['round' as const], afterSeconds: 10 }
const definition = {
  escalation: [
    { ...step, from: 'breach' as const, action: 'requeue' as const },
    { ...step, from: 'warning' as const, action: 'notify_assignee' as const },
    { ...step, from: 'warning' as const, action: 'raise_priority' as const },
  ],
}
const marks = marksOf('round', definition, { warnAt: 100_000, dueAt: 180_000 })

test('warning, breach and steps come in order of time, each once even when the clock jumps back', () => {
  expect(marks.map((mark) => [mark.escalation?.action ?? mark.what, mark.at / 1000])).toEqual([
    ['warning', 100],
    ['notify_assignee', 110],
    ['raise_priority', 110],
    ['breach', 180],
    ['requeue', 190],
  ])
  const first = advance(marks, 0, 115_000)
  expect([first.stepsDone, first.nextAt]).toEqual([3, 180_000])
  expect(advance(marks, first.stepsDone, 20_000)).toEqual({ done: [], stepsDone: 3, nextAt: 180_000 })
})

test('what came due while nobody looked is done at once, and nobody is warned of what is broken already', () => {
  const { done, nextAt } = advance(marks, 0, 500_000)
  expect(done.map((mark) => mark.escalation?.action ?? mark.what)).toEqual([
    'warning',
    'raise_priority',
    'breach',
    'requeue',
  ])
  expect(nextAt).toBeNull()
})
