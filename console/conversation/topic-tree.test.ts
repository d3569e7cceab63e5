import { describe, expect, it } from 'vitest'
import { topicTree } from './topic-tree.ts'

const topic = (id: number, name: string, more: object = {}) => ({
  id,
  brandId: 1,
  parentId: null as number | null,
  stage: 'after_sales',
  name: { en: name },
  order: id,
  archived: false,
  ...more,
})
const stageName = (stage: string) => (stage === 'after_sales' ? 'After-sales' : stage)

describe('the topics to choose from', () => {
  it('stand under their stage in their order, children under parents', () => {
    const tree = topicTree(
      [topic(2, 'Refund'), topic(1, 'Return'), topic(3, 'Too small', { parentId: 1 })],
      1,
      'en',
      stageName,
    )
    expect(tree).toHaveLength(1)
    expect(tree[0]).toMatchObject({ title: 'After-sales', selectable: false })
    expect(tree[0]?.children.map((node) => node.title)).toEqual(['Return', 'Refund'])
    expect(tree[0]?.children[0]?.children.map((node) => node.title)).toEqual(['Too small'])
  })

  it('say a stage once when its only stem bears its name', () => {
    const tree = topicTree([topic(1, 'After-sales'), topic(2, 'Refund', { parentId: 1 })], 1, 'en', stageName)
    expect(tree[0]).toMatchObject({ value: 1, selectable: true })
  })

  it('are those of the brand that are in use', () => {
    expect(
      topicTree([topic(1, 'Old', { archived: true }), topic(2, 'Other', { brandId: 2 })], 1, 'en', stageName),
    ).toEqual([])
  })
})
