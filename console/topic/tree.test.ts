import { expect, test } from 'vitest'
import { linesOf, type Topic } from './tree.ts'

const topic = (id: number, parentId: number | null, order: number, archived = false): Topic => ({
  id,
  brandId: 1,
  parentId,
  stage: 'after_sales',
  name: { en: `Topic ${id}` },
  order,
  archived,
})

test('children stand under their parents, siblings in their order', () => {
  const lines = linesOf([topic(1, null, 1), topic(2, null, 0), topic(3, 1, 1), topic(4, 1, 0)], false)
  expect(lines.map(({ topic: { id }, depth }) => `${depth}:${id}`)).toEqual(['0:2', '0:1', '1:4', '1:3'])
})

test('an archived topic keeps its place for those who show it', () => {
  const topics = [topic(1, null, 0, true), topic(2, null, 1)]
  expect(linesOf(topics, false).map(({ topic: { id }, index }) => [id, index])).toEqual([[2, 1]])
  expect(linesOf(topics, true)).toHaveLength(2)
})
