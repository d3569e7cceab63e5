import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { comesBackWithinMs, connectionGraceMs, leaseMs } from '../../domain/presence/state.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { takeNextOf } from '../../test/support/next.ts'
import { listenAsStaff } from '../../test/support/socket.ts'
import type { Platform } from '../platform/work.ts'
import { connect, disconnect, keepConnected, putUnconnectedOffline } from './actions/connection.ts'
import { endWrapUps } from './actions/wrap-up.ts'

let app: TestApp
let moment = Date.parse('2026-11-11T01:00:00Z')
let ada: Caller & { staffId: number }
/** Another process on the same database. */
let elsewhere: Platform

beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
  ada = await app.staff('Ada', 'agent', { brandId: app.brandId })
  elsewhere = { ...app.platform, processId: 'elsewhere' }
})
afterAll(() => app.close())

beforeEach(async () => {
  moment += 2 * comesBackWithinMs
  await app.platform.pool.query('delete from presence_lease')
  await put('online')
})

const put = (state: 'online' | 'paused' | 'offline') => ada.client.presence.setMyPresence({ body: { state } })
const now = async () => (await ada.client.presence.getMyPresence()).presence
const sweep = () => putUnconnectedOffline(app.platform)
const pass = (ms: number) => {
  moment += ms
}

test('the last socket closes: online through the grace, offline after it, back as before when it returns', async () => {
  const socket = await listenAsStaff(app.url, ada)
  const second = await listenAsStaff(app.url, ada)
  await app.live.attendance.told()
  expect((await now()).connected).toBe(true)
  await put('paused')
  await second.leave()
  await app.live.attendance.told()
  expect((await now()).connected).toBe(true)
  await socket.leave()
  await expect.poll(async () => (await now()).connected).toBe(false)
  pass(connectionGraceMs - 1)
  await sweep()
  expect((await now()).state).toBe('paused')
  pass(1)
  await sweep()
  expect((await now()).state).toBe('offline')
  pass(comesBackWithinMs)
  const back = await listenAsStaff(app.url, ada)
  await app.live.attendance.told()
  expect((await now()).state).toBe('paused')
  await back.leave()
  await app.live.attendance.told()
})

test('who comes back too late, or went by themselves, stays offline', async () => {
  await connect(app.platform, ada.staffId)
  await disconnect(app.platform, ada.staffId)
  pass(connectionGraceMs)
  await sweep()
  pass(comesBackWithinMs + 1)
  await connect(app.platform, ada.staffId)
  expect((await now()).state).toBe('offline')
  await put('online')
  await put('offline')
  await connect(app.platform, ada.staffId)
  expect((await now()).state).toBe('offline')
})

test('a process that dies lets its leases run out; one connection elsewhere is enough', async () => {
  await connect(app.platform, ada.staffId)
  await connect(elsewhere, ada.staffId)
  // This process dies: it neither renews nor ends its lease. The other goes on.
  pass(leaseMs)
  await keepConnected(elsewhere, [ada.staffId])
  pass(connectionGraceMs)
  await keepConnected(elsewhere, [ada.staffId])
  await putUnconnectedOffline(elsewhere)
  expect((await now()).state).toBe('online')
  pass(leaseMs + connectionGraceMs)
  await putUnconnectedOffline(app.platform)
  expect(await now()).toMatchObject({ state: 'offline', connected: false })
})

test('who speaks through a program, without any connection, is not judged by connections', async () => {
  pass(10 * connectionGraceMs)
  await sweep()
  expect((await now()).state).toBe('online')
})

test('two processes sweep at once: one stretch begins', async () => {
  await connect(app.platform, ada.staffId)
  pass(leaseMs + connectionGraceMs)
  const swept = await Promise.all([sweep(), putUnconnectedOffline(elsewhere), sweep()])
  expect(swept.reduce((sum, one) => sum + one, 0)).toBe(1)
})

test('a break that a lost connection interrupts goes on with its own limit', async () => {
  const { kinds } = await ada.client.presence.listBreakKinds()
  const breakKindId = kinds[0]?.id ?? 0
  const { presence } = await ada.client.presence.setMyPresence({ body: { state: 'break', breakKindId } })
  await connect(app.platform, ada.staffId)
  pass(leaseMs + connectionGraceMs)
  await sweep()
  await connect(app.platform, ada.staffId)
  expect(await now()).toMatchObject({ state: 'break', breakKindId, untilAt: presence.untilAt })
})

test('wrap-up time follows a resolved conversation and ends at its moment, however late that is found', async () => {
  const { channelId } = app
  const load = { units: 1, waitingUnits: 0.5, wrapUpSeconds: 30 }
  await app.owner.client.presence.setChannelLoad({ params: { channelId }, body: load })
  await put('paused')
  const visitor = await app.visitor()
  await visitor.client.widget.sendMessage({ body: { key: 'question-1', text: 'Hello' } })
  const conversationId = await takeNextOf(ada)
  await ada.client.conversation.resolveConversation({
    params: { conversationId },
    body: { topicId: null, outcome: 'solved' },
  })
  const wrapUp = await now()
  expect(wrapUp).toMatchObject({ state: 'wrap_up', thenState: 'paused', used: 0 })
  const until = moment + 30_000
  expect(Date.parse(wrapUp.untilAt ?? '')).toBe(until)
  pass(3_600_000)
  await endWrapUps(app.platform)
  const after = await now()
  expect(after).toMatchObject({ state: 'paused', thenState: null })
  expect(Date.parse(after.since)).toBe(until)
})

test('a suspended person is offline at once', async () => {
  const eve = await app.staff('Eve', 'agent')
  await eve.client.presence.setMyPresence({ body: { state: 'online' } })
  await app.owner.client.staff.updateStaff({ params: { staffId: eve.staffId }, body: { suspended: true } })
  await sweep()
  const { rows } = await app.platform.pool.query('select state from presence where staff_id = $1', [
    eve.staffId,
  ])
  expect(rows[0]?.state).toBe('offline')
})
