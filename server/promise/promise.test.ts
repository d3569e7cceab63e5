import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { sweepPromises } from './actions/sweep.ts'

/** Others' work on this machine may hold the log up for a moment. */
const soon = { timeout: 10_000 }

let app: TestApp
let ann: Caller & { staffId: number }
let ben: Caller & { staffId: number }
let conversationId: number
let ahead = 0
let counter = 0

beforeAll(async () => {
  app = await testApp({ now: () => new Date(Date.now() + ahead) })
  ann = await app.staff('Ann', 'agent')
  ben = await app.staff('Ben', 'agent')
  const visitor = await app.visitor({ name: 'Li Lei' })
  await visitor.client.widget.sendMessage({ body: { key: 'first-message', text: 'Call me, please' } })
  const { conversations } = await ann.client.conversation.listConversations({ query: { view: 'queue' } })
  conversationId = conversations[0]?.id ?? 0
})
afterAll(() => app.close())

const inMinutes = (minutes: number) => new Date(Date.now() + ahead + minutes * 60_000).toISOString()

async function promised(minutes: number, staffId?: number) {
  const what = `Call back ${++counter}`
  const { promiseId } = await ann.client.promise.makePromise({
    params: { conversationId },
    body: { kind: 'call', what, dueAt: inMinutes(minutes), ...(staffId ? { staffId } : {}) },
  })
  return { params: { promiseId }, what, id: promiseId }
}

async function stateOf(id: number) {
  const { promises } = await ann.client.promise.listPromisesOf({ params: { conversationId } })
  return promises.find((one) => one.id === id)
}

async function later(minutes: number): Promise<void> {
  ahead += minutes * 60_000
  await sweepPromises(app.platform)
}

const noticesOf = async (who: Caller) =>
  (await who.client.notice.listNotices({ query: {} })).notices.map((notice) => notice.kind)

const steps = async () => {
  const { messages } = await ann.client.message.listMessages({ params: { conversationId }, query: {} })
  return messages.filter((line) => line.kind === 'step')
}

test('a promise is a task with a time, and stands in the thread until it is kept', async () => {
  const { params, what, id } = await promised(60)
  const list = await ann.client.promise.listPromises({ query: { list: 'due', mine: 'true' } })
  expect(list.promises).toMatchObject([{ id, what, customerName: 'Li Lei', staffName: 'Ann', state: 'open' }])
  await ann.client.promise.keepPromise({ params })
  expect(await stateOf(id)).toMatchObject({ state: 'kept', brokenAt: null })
  expect((await steps()).map((line) => [line.text, line.data?.what])).toEqual([
    ['promise_made', what],
    ['promise_kept', what],
  ])
  expect((await ann.client.promise.listPromises({ query: { list: 'open' } })).promises).toEqual([])
  await expect(ann.client.promise.keepPromise({ params })).rejects.toMatchObject({ code: 'promise_settled' })
})

test('whose task it is hears ten minutes before, and again when the time has passed, once each', async () => {
  const { params, id } = await promised(30, ben.staffId)
  await later(19)
  expect(await noticesOf(ben)).toEqual([])
  await later(2)
  await Promise.all([sweepPromises(app.platform), sweepPromises(app.platform)])
  await expect.poll(() => noticesOf(ben), soon).toEqual(['promise_due'])
  await later(10)
  await expect.poll(() => noticesOf(ben), soon).toEqual(['promise_broken', 'promise_due'])
  await later(-60)
  await later(60)
  expect(await noticesOf(ben)).toHaveLength(2)
  expect((await steps()).at(-1)).toMatchObject({ text: 'promise_broken', authorKind: 'system' })
  expect(await ann.client.promise.countPromises({ query: {} })).toEqual({ due: 0, overdue: 1 })
  await ben.client.promise.keepPromise({ params })
  const kept = await stateOf(id)
  expect(kept?.state).toBe('kept')
  expect(kept?.brokenAt).toBe(kept?.dueAt)
})

test('another time agreed upon opens it again', async () => {
  const { params, id } = await promised(5)
  await later(6)
  await expect.poll(() => stateOf(id), soon).toMatchObject({ state: 'broken' })
  await ann.client.promise.changePromise({ params, body: { dueAt: inMinutes(30) } })
  expect(await stateOf(id)).toMatchObject({ state: 'open' })
  await ann.client.promise.withdrawPromise({ params })
  expect(await stateOf(id)).toMatchObject({ state: 'withdrawn' })
})

test('a time that has passed, or lies too far ahead, cannot be promised', async () => {
  await expect(promised(-1)).rejects.toMatchObject({ code: 'promise_time_past' })
  await expect(promised(60 * 24 * 400)).rejects.toMatchObject({ code: 'promise_time_far' })
})

test('only who may answer the conversation changes its promises, and only they can be given them', async () => {
  const other = await app.owner.client.brand.createBrand({ body: { name: 'Harbour' } })
  const stranger = await app.staff('Bea', 'agent', { brandId: other.brandId })
  const { params } = await promised(60)
  await expect(stranger.client.promise.keepPromise({ params })).rejects.toMatchObject({
    code: 'promise_not_found',
  })
  await expect(promised(60, stranger.staffId)).rejects.toMatchObject({ code: 'promise_staff_unknown' })
  expect((await stranger.client.promise.listPromises({ query: { list: 'open' } })).promises).toEqual([])
  await ben.client.promise.changePromise({ params, body: { staffId: ben.staffId, what: 'Call at home' } })
  const mine = await ben.client.promise.listPromises({ query: { list: 'due', mine: 'true' } })
  expect(mine.promises).toMatchObject([{ what: 'Call at home', staffName: 'Ben' }])
})
