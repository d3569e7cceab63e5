import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, audience } from '../../domain/event.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { transact } from '../platform/work.ts'
import { giveNotice } from './actions.ts'

let app: TestApp
let ann: Caller & { staffId: number }
let bob: Caller & { staffId: number }
let conversationId: number

beforeAll(async () => {
  app = await testApp()
  ann = await app.staff('Ann', 'agent')
  bob = await app.staff('Bob', 'agent')
  const visitor = await app.visitor({ name: 'Li Lei' })
  await visitor.client.widget.sendMessage({ body: { key: 'first-message', text: 'Hello' } })
  const { conversations } = await ann.client.conversation.listConversations({ query: { view: 'queue' } })
  conversationId = conversations[0]?.id ?? 0
})
afterAll(() => app.close())

function give(staffId: number, by: Actor): Promise<number> {
  return transact(app.platform, by, (work) => giveNotice(work, { staffId, kind: 'mention', conversationId }))
}

test('a notice says who caused it and of whom it is, to the one it is for and nobody else', async () => {
  const noticeId = await give(ann.staffId, { kind: 'staff', id: bob.staffId })
  expect(await ann.client.notice.listNotices({ query: {} })).toMatchObject({
    notices: [{ id: noticeId, byName: 'Bob', customerName: 'Li Lei', conversationId, readAt: null }],
    unread: 1,
    more: false,
  })
  expect((await bob.client.notice.listNotices({ query: {} })).notices).toEqual([])
  const told = await app.platform.pool.query(`select audience from event where name = 'notice.given'`)
  expect(told.rows).toEqual([{ audience: [audience.staff(ann.staffId)] }])
})

test('reading marks the own ones up to a number, and leaves those of others alone', async () => {
  const system: Actor = { kind: 'system', id: null }
  await give(bob.staffId, system)
  const upTo = await give(ann.staffId, system)
  await give(ann.staffId, system)
  await ann.client.notice.readNotices({ body: { upTo } })
  expect((await ann.client.notice.listNotices({ query: {} })).unread).toBe(1)
  expect((await bob.client.notice.listNotices({ query: {} })).unread).toBe(1)
})

test('older notices come page by page', async () => {
  for (let turn = 0; turn < 35; turn++) await give(bob.staffId, { kind: 'system', id: null })
  const first = await bob.client.notice.listNotices({ query: {} })
  expect([first.notices.length, first.more]).toEqual([30, true])
  const before = first.notices.at(-1)?.id
  const second = await bob.client.notice.listNotices({ query: { before } })
  expect([second.notices.length, second.more]).toEqual([6, false])
})
