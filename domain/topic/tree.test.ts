import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTreeOrder, moveAmong, stageUnder, type TreeTopic, topicMaxLevels } from './tree.ts'

const topic = (id: number, parentId: number | null, stage: TreeTopic['stage'], order = 0): TreeTopic => ({
  id,
  parentId,
  stage,
  order,
})

const returns = [
  topic(1, null, 'after_sales'),
  topic(2, 1, 'after_sales'),
  topic(3, 2, 'after_sales'),
  topic(4, 3, 'after_sales'),
]

test('a stem keeps the stage that was chosen for it', () => {
  expect(stageUnder([], null, 'complaint')).toBe('complaint')
})

test.each([1, 2, 3])('a topic under level %i belongs to the stage of its parent', (parentId) => {
  expect(stageUnder(returns, parentId, 'pre_sales')).toBe('after_sales')
})

test('there is no fifth level', () => {
  expect(() => stageUnder(returns, 4, 'after_sales')).toThrow(
    expect.objectContaining({ code: 'topic_too_deep' }),
  )
})

test('a parent that is not of this tree is refused', () => {
  expect(() => stageUnder(returns, 9, 'after_sales')).toThrow(
    expect.objectContaining({ code: 'topic_not_found' }),
  )
})

test('stems come in the order of their stage, then of their place', () => {
  const stems = [topic(1, null, 'complaint'), topic(2, null, 'pre_sales', 1), topic(3, null, 'pre_sales', 0)]
  expect(inTreeOrder(stems).map((stem) => stem.id)).toEqual([3, 2, 1])
})

const grown = fc
  .array(fc.record({ pick: fc.nat(), stem: fc.boolean(), order: fc.nat(5) }), { maxLength: 40 })
  .map((wishes) => {
    const topics: TreeTopic[] = []
    for (const wish of wishes) {
      const parent = wish.stem ? undefined : topics[wish.pick % Math.max(topics.length, 1)]
      try {
        const stage = stageUnder(topics, parent?.id ?? null, 'in_sales')
        topics.push(topic(topics.length + 1, parent?.id ?? null, stage, wish.order))
      } catch {
        // Too deep: the tree stays as it is.
      }
    }
    return topics
  })

test('whatever is added, no topic is below level four and each is listed once, after its parent', () => {
  fc.assert(
    fc.property(grown, (topics) => {
      const listed = inTreeOrder([...topics].reverse()).map((one) => one.id)
      expect([...listed].sort((a, b) => a - b)).toEqual(topics.map((one) => one.id))
      for (const one of topics) {
        let level = 1
        for (let above = one.parentId; above !== null; above = topics[above - 1]?.parentId ?? null) level++
        expect(level).toBeLessThanOrEqual(topicMaxLevels)
        if (one.parentId !== null) expect(listed.indexOf(one.parentId)).toBeLessThan(listed.indexOf(one.id))
      }
    }),
  )
})

test.each([
  [[1, 2, 3], 3, 0, [3, 1, 2]],
  [[1, 2, 3], 1, 1, [2, 1, 3]],
  [[1, 2, 3], 1, 99, [2, 3, 1]],
  [[1], 1, 0, [1]],
])('of %j, %i moved to place %i gives %j', (siblings, moved, place, expected) => {
  expect(moveAmong(siblings, moved, place)).toEqual(expected)
})
