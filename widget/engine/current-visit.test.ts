import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openShelf, type Shelf } from '../visit/shelf.ts'
import { type Call, Refused } from '../wire/call.ts'
import { createEngine, type Engine } from './engine.ts'
import { createStore, firstState } from './state.ts'

/** What the widget needs of a browser, with a socket that never opens. */
class SilentSocket extends EventTarget {
  static OPEN = 1
  readyState = 0
  close() {}
  send() {}
}
const page = Object.assign(new EventTarget(), { title: 'Lamp', referrer: '', visibilityState: 'visible' })

interface Sent {
  token: string
  text: string
}

let shelf: Shelf
let sent: Sent[]
let made: object[]
let rated: object[]
let answer: (text: string) => Promise<void>
let engine: Engine

const replies = {
  getWidgetSettings: { askName: 'no', askEmail: 'no' },
  listVisitorConversations: { conversations: [], position: '1.1.1' },
  listVisitorMessages: { messages: [], more: false, position: '1.1.1' },
}
const call = (async (name: string, input: { token?: string; body?: { text: string; identity?: string } }) => {
  if (name === 'createVisitor') {
    made.push(input.body ?? {})
    return {
      token: `token of ${input.body?.identity ?? 'nobody'}`,
      customerName: null,
      email: null,
      verified: false,
    }
  }
  if (name === 'sendMessage') {
    const text = input.body?.text ?? ''
    await answer(text)
    sent.push({ token: input.token ?? '', text })
    return {
      conversation: 'c',
      seq: sent.length,
      createdAt: '2026-11-22T08:00:00Z',
      started: true,
      position: '1.1.1',
    }
  }
  if (name === 'rateConversation') {
    rated.push(input)
    return { rating: { score: 5 } }
  }
  return replies[name as keyof typeof replies]
}) as unknown as Call

const settled = () => vi.advanceTimersByTimeAsync(100)
const identityOf = (sub: string) => `x.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.y`

beforeEach(async () => {
  vi.useFakeTimers()
  const events = new EventTarget()
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events))
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events))
  vi.stubGlobal('document', page)
  vi.stubGlobal('location', { href: 'https://shop.example/lamp', origin: 'https://shop.example' })
  vi.stubGlobal('navigator', { userAgent: '', maxTouchPoints: 0, language: 'en', onLine: true })
  vi.stubGlobal('WebSocket', SilentSocket)
  shelf = openShelf(undefined, 'key')
  sent = []
  made = []
  rated = []
  answer = async () => {}
  const store = createStore(firstState)
  engine = createEngine({ store, shelf, call, channelKey: 'key', socketAddress: 'wss://x', proof: {} })
  await engine.start()
})
afterEach(() => {
  engine.reset()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('nobody is made known to the shop before they write', async () => {
  await settled()
  expect(made).toEqual([])
  engine.send('hello', [])
  await settled()
  expect(sent).toEqual([{ token: 'token of nobody', text: 'hello' }])
})

test('messages go out one after the other, in the order of writing, through every failure that passes', async () => {
  let left = 3
  answer = async () => {
    if (left-- > 0) throw new Refused(left === 1 ? 503 : 0, {})
  }
  for (const text of ['one', 'two', 'three']) engine.send(text, [])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent.map(({ text }) => text)).toEqual(['one', 'two', 'three'])
  expect(engine.store.get().outbox).toEqual([])
})

test('a refused message is shown as failed, holds up nothing, and goes out when tried again', async () => {
  let refused = true
  answer = async (text) => {
    if (text === 'bad' && refused) throw new Refused(422, { code: 'input_invalid' })
  }
  engine.send('bad', [])
  engine.send('good', [])
  await settled()
  const failed = engine.store.get().outbox.find(({ state }) => state === 'failed')
  expect(failed).toMatchObject({ text: 'bad', code: 'input_invalid' })
  refused = false
  engine.retry(failed?.key ?? '')
  await settled()
  expect(sent.map(({ text }) => text)).toEqual(['good', 'bad'])
})

test('what was on its way when the customer was identified stays the anonymous visitor’s', async () => {
  let release = () => {}
  answer = (text) => (text === 'before' ? new Promise((done) => (release = done)) : Promise.resolve())
  engine.send('before', [])
  await settled()
  engine.identify(identityOf('mei'))
  await settled()
  engine.send('after', [])
  release()
  await settled()
  expect(sent).toContainEqual({ token: 'token of nobody', text: 'before' })
  expect(sent).toContainEqual({ token: `token of ${identityOf('mei')}`, text: 'after' })
  const { talks, visit } = engine.store.get()
  expect(visit?.token).toBe(`token of ${identityOf('mei')}`)
  const shown = talks.list.flatMap(({ thread }) => thread?.messages.map(({ text }) => text) ?? [])
  expect(shown).not.toContain('before')
})

test('a token that the server has forgotten is replaced and the message still arrives', async () => {
  let known = false
  answer = async () => {
    if (!known) {
      known = true
      throw new Refused(401, { code: 'visitor_unknown' })
    }
  }
  engine.send('still here', [])
  await vi.advanceTimersByTimeAsync(5000)
  expect(made).toHaveLength(2)
  expect(sent.map(({ text }) => text)).toEqual(['still here'])
})

test('logging out forgets the customer and what they had not sent', async () => {
  engine.identify(identityOf('mei'))
  await settled()
  answer = async () => {
    throw new Refused(0, {})
  }
  engine.send('private', [])
  await settled()
  engine.reset()
  await settled()
  expect(engine.store.get().outbox).toEqual([])
  expect(shelf.names('')).toEqual([])
})

test('a rating goes out as the visitor who had the talk, and stands under it at once', async () => {
  engine.send('hello', [])
  await settled()
  const given = { score: 5, reasons: [], comment: '', solved: true }
  await engine.rate('c', given)
  expect(rated).toEqual([{ token: 'token of nobody', params: { conversation: 'c' }, body: given }])
  expect(engine.store.get().talks.list[0]?.info.rating).toEqual({ score: 5 })
})
