import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let owner: Caller['client']
let brandId: number

beforeAll(async () => {
  app = await testApp()
  owner = app.owner.client
  brandId = (await owner.brand.createBrand({ body: { name: 'Harbour' } })).brandId
})
afterAll(() => app.close())

type Stage = 'pre_sales' | 'in_sales' | 'after_sales' | 'complaint'

async function grow(name: string, parentId: number | null, stage: Stage = 'pre_sales'): Promise<number> {
  return (await owner.topic.createTopic({ body: { brandId, parentId, stage, name: { en: name } } })).topicId
}

async function tree() {
  const { topics } = await owner.topic.listTopics()
  return topics.filter((topic) => topic.brandId === brandId)
}

test('topics are listed parents first, and a child belongs to the stage of its parent', async () => {
  const complaint = await grow('Courier', null, 'complaint')
  const returns = await grow('Returns', null, 'after_sales')
  const size = await grow('Wrong size', returns, 'pre_sales')
  const grown = [returns, size, complaint]
  const listed = (await tree()).filter(({ id }) => grown.includes(id))
  expect(listed.map((topic) => topic.id)).toEqual(grown)
  expect(listed[1]?.stage).toBe('after_sales')
})

test('there is no fifth level, and no topic under one of another brand', async () => {
  const second = await grow('2', await grow('1', null))
  const fourth = await grow('4', await grow('3', second))
  await expect(grow('5', fourth)).rejects.toMatchObject({ code: 'topic_too_deep' })
  const elsewhere = (await owner.brand.createBrand({ body: { name: 'Mill' } })).brandId
  await expect(
    owner.topic.createTopic({
      body: { brandId: elsewhere, parentId: second, stage: 'pre_sales', name: { en: 'x' } },
    }),
  ).rejects.toMatchObject({ code: 'topic_not_found' })
})

test('a topic moves among its siblings', async () => {
  const parent = await grow('Payment', null, 'in_sales')
  const ids = [await grow('a', parent), await grow('b', parent), await grow('c', parent)]
  const children = async () =>
    (await tree()).filter((topic) => topic.parentId === parent).map((one) => one.id)
  expect(await children()).toEqual(ids)
  await owner.topic.updateTopic({ params: { topicId: ids[2] ?? 0 }, body: { order: 0 } })
  expect(await children()).toEqual([ids[2], ids[0], ids[1]])
  await owner.topic.updateTopic({ params: { topicId: ids[2] ?? 0 }, body: { order: 9 } })
  expect(await children()).toEqual(ids)
})

test('nothing is added under an archived topic', async () => {
  const topicId = await grow('Old', null)
  await owner.topic.updateTopic({ params: { topicId }, body: { archived: true } })
  await expect(grow('New', topicId)).rejects.toMatchObject({ code: 'topic_not_found' })
})

test('a role over another brand sees and changes no topic here', async () => {
  const sue = (await app.staff('Sue', 'supervisor', { brandId: app.brandId })).client
  const topicId = await grow('Hidden', null)
  const { topics } = await sue.topic.listTopics()
  expect(topics.filter((topic) => topic.brandId !== app.brandId)).toEqual([])
  await expect(
    sue.topic.updateTopic({ params: { topicId }, body: { archived: true } }),
  ).rejects.toMatchObject({ code: 'topic_not_found' })
  await expect(
    sue.topic.createTopic({ body: { brandId, parentId: null, stage: 'pre_sales', name: { en: 'x' } } }),
  ).rejects.toMatchObject({ code: 'brand_not_found' })
})
