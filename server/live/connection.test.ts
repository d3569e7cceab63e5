import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { SocketConnection } from './connection.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The server's end of a socket whose other end does what the test says. */
class OneEnd extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  readonly sent: string[] = []
  readonly ended: (number | 'cut')[] = []
  ping = vi.fn()
  send(frame: string): void {
    this.sent.push(frame)
  }
  close(code: number): void {
    this.ended.push(code)
  }
  terminate(): void {
    this.ended.push('cut')
  }
}

function connection() {
  const end = new OneEnd()
  return { end, client: new SocketConnection(end as unknown as WebSocket) }
}

test('who never says hello is sent away', () => {
  const { end } = connection()
  vi.advanceTimersByTime(16_000)
  expect(end.ended).toEqual([4408])
})

test('who has said hello and answers stays; who answers no more is cut', () => {
  const { end, client } = connection()
  client.greeted()
  for (let n = 0; n < 5; n++) {
    vi.advanceTimersByTime(30_000)
    end.emit('pong')
  }
  expect(end.ended).toEqual([])
  vi.advanceTimersByTime(60_000)
  expect(end.ended).toEqual(['cut'])
})

test('what happens while somebody is told what they missed comes after it, in order', async () => {
  const { end, client } = connection()
  await client.catchUp(async (tell) => {
    client.send('new 1')
    tell('missed 1')
    client.send('new 2')
    tell('missed 2')
  })
  client.send('new 3')
  expect(end.sent).toEqual(['missed 1', 'missed 2', 'new 1', 'new 2', 'new 3'])
})

test('what was held back is told even when telling what was missed fails', async () => {
  const { end, client } = connection()
  const failing = client.catchUp(async () => {
    client.send('new')
    throw new Error('the database is away')
  })
  await expect(failing).rejects.toThrow('the database is away')
  expect(end.sent).toEqual(['new'])
})
