import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { StaffPush } from '../../domain/live/frames.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { type LiveSocket, openLiveSocket } from './live-socket.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

let counter = 0
const write = (visitor: Caller, text: string) =>
  visitor.client.widget.sendMessage({ body: { key: `wire-${String(++counter).padStart(6, '0')}`, text } })

async function talk() {
  const visitor = await app.visitor()
  const { conversation } = await write(visitor, 'first')
  const found = await app.platform.pool.query('select id from conversation where public_id = $1', [
    conversation,
  ])
  const conversationId = found.rows[0].id as number
  const { position } = await app.owner.client.message.listMessages({ params: { conversationId }, query: {} })
  return { visitor, conversationId, position }
}

/** A line to Shopdesk that breaks after so many frames have come through, once each time it is told to. */
async function brittleLine() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  let left = Number.POSITIVE_INFINITY
  let broken = () => {}
  server.on('connection', (near, request) => {
    const { cookie } = request.headers
    const far = new WebSocket(`${app.url.replace('http', 'ws')}/api/socket`, {
      headers: { cookie: cookie ?? '', origin: app.url },
    })
    const waiting: string[] = []
    near.on('message', (data) => {
      if (far.readyState === WebSocket.OPEN) far.send(String(data))
      else waiting.push(String(data))
    })
    far.on('open', () => {
      for (const text of waiting) far.send(text)
    })
    far.on('message', (data) => {
      if (left <= 0) return
      near.send(String(data))
      left -= 1
      if (left > 0) return
      // Closed politely, so that the frames before it arrive; what comes after them is lost.
      near.close()
      far.terminate()
      broken()
    })
    near.on('close', () => far.terminate())
    near.on('error', () => {})
    far.on('error', () => {})
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/socket`,
    breakNow: () => {
      for (const client of server.clients) client.close()
    },
    breakAfter: (frames: number) =>
      new Promise<void>((resolve) => {
        left = frames
        broken = () => {
          left = Number.POSITIVE_INFINITY
          resolve()
        }
      }),
    close: () => {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

/** Listens over that line; which lines of which conversation came. */
async function listen(url: string) {
  const lines = new Map<number, Set<number>>()
  const socket: LiveSocket = await openLiveSocket<StaffPush>({
    url,
    headers: () => ({ cookie: app.owner.headers.cookie ?? '', origin: app.url }),
    hello: (since) => ({ type: 'hello', since }),
    onPush: (push) => {
      if (push.type !== 'events') return
      for (const { conversationId, message } of push.events) {
        const heard = lines.get(conversationId) ?? new Set()
        lines.set(conversationId, heard)
        if (message) heard.add(message.seq)
      }
    },
  })
  // The first line may be told once more: it was read at a place that may lie before it.
  const seqs = (id: number) => [...(lines.get(id) ?? [])].filter((seq) => seq > 1).sort((a, b) => a - b)
  return { socket, seqs }
}

test.each([1, 2, 3, 4, 5, 6])(
  'a line that breaks while it catches up, after %i frames, loses no message of what is watched',
  async (frames) => {
    const [one, two] = [await talk(), await talk()]
    const line = await brittleLine()
    const { socket, seqs } = await listen(line.url)
    socket.watch(one.conversationId, one.position)
    socket.watch(two.conversationId, two.position)
    await write(one.visitor, 'second')
    await write(two.visitor, 'second')
    await expect.poll(() => [seqs(one.conversationId), seqs(two.conversationId)]).toEqual([[2], [2]])

    const broken = line.breakAfter(frames)
    line.breakNow()
    // While nobody listens; then the line comes back, and breaks in the middle of being told.
    await write(one.visitor, 'third')
    await write(two.visitor, 'third')
    const busy = setInterval(() => socket.send({ type: 'ping' }), 20)
    await broken
    clearInterval(busy)
    await write(one.visitor, 'fourth')
    await write(two.visitor, 'fourth')
    await expect
      .poll(() => [seqs(one.conversationId), seqs(two.conversationId)], { timeout: 10_000 })
      .toEqual([
        [2, 3, 4],
        [2, 3, 4],
      ])
    socket.close()
    line.close()
  },
)
