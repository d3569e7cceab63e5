import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { listenAsStaff, listenAsVisitor } from '../../test/support/socket.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

test.each([
  ['no JSON', 'hello there'],
  ['an unknown kind', '{"type":"become_owner"}'],
  ['a position that is none', '{"type":"hello","since":"now"}'],
  ['nothing', ''],
  ['a list', '[]'],
])('%s as a frame closes the socket', async (_, text) => {
  const staff = await listenAsStaff(app.url, app.owner, { hello: false })
  const visitor = await listenAsVisitor(app.url, app.anybody(), { hello: false })
  for (const { socket } of [staff, visitor]) socket.send(text)
  expect(await Promise.all([staff.closed, visitor.closed])).toEqual([4400, 4400])
})

test('bytes instead of text, too many frames and too large ones close the socket', async () => {
  const bytes = await listenAsStaff(app.url, app.owner)
  bytes.socket.send(Buffer.from([0, 1, 2]))
  expect(await bytes.closed).toBe(4429)
  const many = await listenAsStaff(app.url, app.owner)
  for (let n = 0; n < 201; n++) many.send({ type: 'ping' })
  expect(await many.closed).toBe(4429)
  const large = await listenAsVisitor(app.url, await app.visitor())
  large.socket.send('x'.repeat(33 * 1024))
  expect(await large.closed).toBe(1009)
})

test('a page of another site gets no staff socket, and without a sign-in there is none', async () => {
  const foreign = await listenAsStaff(app.url, app.owner, { hello: false, origin: 'https://evil.example' })
  expect(await foreign.closed).toBe(4403)
  const nobody = await listenAsStaff(app.url, app.anybody(), { hello: false })
  nobody.send({ type: 'hello' })
  expect(await nobody.closed).toBe(4401)
})

test('a forged token gets no visitor’s socket', async () => {
  const forger = app.anybody()
  const listener = await listenAsVisitor(app.url, forger, { hello: false })
  listener.send({ type: 'hello', token: 'A'.repeat(43) })
  expect(await listener.next('refused')).toMatchObject({ code: 'visitor_unknown' })
  expect(await listener.closed).toBe(4401)
  expect(app.live.visitors.size).toBe(0)
})

test('frames before the hello do nothing but close', async () => {
  const early = await listenAsStaff(app.url, app.owner, { hello: false })
  early.send({ type: 'watch', conversationId: 1 })
  expect(await early.closed).toBeGreaterThanOrEqual(1011)
})

test('a reader that reads no more is cut, and holds nobody else up', async () => {
  const visitor = await app.visitor()
  const { conversation } = await visitor.client.widget.sendMessage({
    body: { key: 'slow-0001', text: 'first' },
  })
  const found = await app.platform.pool.query('select id from conversation where public_id = $1', [
    conversation,
  ])
  const conversationId = found.rows[0].id as number
  const [slow, quick] = [await listenAsStaff(app.url, app.owner), await listenAsStaff(app.url, app.owner)]
  for (const listener of [slow, quick]) {
    listener.send({ type: 'watch', conversationId })
    await listener.next('looking')
  }
  const before = app.live.staff.size
  slow.socket.pause()
  // Sent on the way that every event takes, in size what a busy day is in number.
  const frame = JSON.stringify({ type: 'pong', filling: 'x'.repeat(1_000_000) })
  await expect
    .poll(
      () => {
        app.live.staff.sendToWatchers(conversationId, frame)
        return app.live.staff.size
      },
      { timeout: 10_000 },
    )
    .toBe(before - 1)
  await visitor.client.widget.sendMessage({ body: { key: 'slow-0002', text: 'for the quick' } })
  await quick.next('events', ({ events }) => events.some(({ message }) => message?.text === 'for the quick'))
  await Promise.all([slow.leave(), quick.leave()])
})

test('sockets that die without a word leave no seat behind', async () => {
  const sockets = Array.from({ length: 10 }, () => {
    const headers = { cookie: app.owner.headers.cookie ?? '', origin: app.url }
    return new WebSocket(`${app.url.replace('http', 'ws')}/api/socket`, { headers })
  })
  for (const socket of sockets) {
    await once(socket, 'open')
    socket.send('{"type":"hello"}')
    socket.terminate()
  }
  const after = await listenAsStaff(app.url, app.owner)
  await expect.poll(() => app.live.staff.size).toBe(1)
  await after.leave()
})
