import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VisitorPush } from '../../domain/live/frames.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { listenAsStaff, listenAsVisitor, type StaffListener } from '../../test/support/socket.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

let counter = 0
const key = () => `live-${String(++counter).padStart(6, '0')}`
const write = (visitor: Caller, text: string) =>
  visitor.client.widget.sendMessage({ body: { key: key(), text } })
const answer = (conversationId: number, text: string) =>
  app.owner.client.message.reply({ params: { conversationId }, body: { key: key(), text } })

/** A talk with its first message; the visitor and the number. */
async function talk(name?: string) {
  const visitor = await app.visitor(name ? { name } : {})
  const { conversation } = await write(visitor, 'first')
  const found = await app.platform.pool.query('select id from conversation where public_id = $1', [
    conversation,
  ])
  return { visitor, conversation, conversationId: found.rows[0].id as number }
}

/** Numbers of the messages that this socket heard of. */
const seqs = (listener: StaffListener) =>
  listener.heard.flatMap((push) =>
    push.type === 'events' ? push.events.flatMap(({ message }) => message?.seq ?? []) : [],
  )

test('staff who come back hear what they missed, and lose nothing whenever they break off', async () => {
  const { visitor, conversationId } = await talk()
  const got = new Map<number, string>()
  const { position, messages } = await app.owner.client.message.listMessages({
    params: { conversationId },
    query: {},
  })
  for (const { seq, text } of messages) got.set(seq, text)
  let since = position
  const writing = (async () => {
    for (let n = 0; n < 20; n++) await write(visitor, `line ${n}`)
  })()
  for (let round = 0; round < 6; round++) {
    const listener = await listenAsStaff(app.url, app.owner, { since })
    listener.send({ type: 'watch', conversationId, since })
    await listener.next('events')
    await listener.leave()
    for (const push of listener.heard) {
      if (push.type !== 'events') continue
      for (const { name, message } of push.events) {
        // Who resumes from a place that somebody's open transaction holds back hears the start once more.
        if (name === 'message.appended') expect(message).toBeDefined()
        if (message) got.set(message.seq, message.text)
      }
      since = push.position
    }
    if (round === 3) await writing
    if (round < 5) await write(visitor, `round ${round}`)
  }
  const all = await app.owner.client.message.listMessages({ params: { conversationId }, query: {} })
  const there = new Map(all.messages.map(({ seq, text }) => [seq, text]))
  expect(new Map([...got].sort(([a], [b]) => a - b))).toEqual(there)
})

test('a visitor who comes back hears each message once and in order', async () => {
  const { visitor, conversationId } = await talk()
  const first = await listenAsVisitor(app.url, visitor)
  await answer(conversationId, 'one')
  const seen = await first.next('message', ({ message }) => message.text === 'one')
  await first.leave()
  for (const text of ['two', 'three', 'four']) await answer(conversationId, text)
  const again = await listenAsVisitor(app.url, visitor, { since: seen.position })
  await answer(conversationId, 'five')
  await again.next('message', ({ message }) => message.text === 'five')
  expect(textsOf(again.heard)).toEqual(['two', 'three', 'four', 'five'])
  await again.leave()
})

test('a second window hears the first message of a talk that starts in the other', async () => {
  const visitor = await app.visitor()
  const window = await listenAsVisitor(app.url, visitor)
  await write(visitor, 'from the other window')
  await window.next('message', ({ message }) => message.text === 'from the other window')
  await window.leave()
})

test('who begins to listen while others write misses no line, and no line comes empty', async () => {
  const { visitor, conversationId } = await talk()
  let writing = true
  const writes = (async () => {
    for (let n = 0; n < 28; n++) await write(visitor, `line ${n}`)
    writing = false
  })()
  const listeners: { listener: StaffListener; from: number }[] = []
  while (writing) {
    const { messages, position } = await app.owner.client.message.listMessages({
      params: { conversationId },
      query: {},
    })
    const listener = await listenAsStaff(app.url, app.owner)
    listener.send({ type: 'watch', conversationId, since: position })
    listeners.push({ listener, from: messages.at(-1)?.seq ?? 0 })
  }
  await writes
  for (const { listener, from } of listeners) {
    const wanted = Array.from({ length: 29 - from }, (_, n) => from + 1 + n)
    await expect
      .poll(() => [...new Set(seqs(listener))].sort((a, b) => a - b))
      .toEqual(expect.arrayContaining(wanted))
    await listener.leave()
  }
})

test('who was away for more than a thousand events, or comes from another log, reads everything again', async () => {
  const { visitor } = await talk()
  const { position } = await visitor.client.widget.listVisitorConversations()
  await app.platform.pool.query(`
    insert into event (epoch, name, v, actor_kind, data, audience, happened_at)
    select epoch, 'tag.changed', 1, 'system', '{"tagId": 1}', '{}', now() from log_epoch, generate_series(1, 1001)`)
  await write(visitor, 'after it all')
  const current = await listenAsStaff(app.url, app.owner)
  await expect.poll(async () => app.live.position() > position).toBe(true)
  await current.leave()
  for (const since of [position, '99.1.1', '0.1.1']) {
    const staff = await listenAsStaff(app.url, app.owner, { since })
    expect((await staff.next('reset')).position).toBe(app.live.position())
    const customer = await listenAsVisitor(app.url, visitor, { since })
    await customer.next('reset')
    await Promise.all([staff.leave(), customer.leave()])
  }
})

test('lists hear of a busy conversation at most twice a second', async () => {
  const { visitor, conversationId } = await talk()
  const listener = await listenAsStaff(app.url, app.owner)
  const since = performance.now()
  for (let n = 0; n < 25; n++) await write(visitor, `line ${n}`)
  await listener.next('rows', ({ rows }) =>
    rows.some((row) => row.id === conversationId && row.lastSeq === 26),
  )
  const frames = listener.heard.filter(({ type }) => type === 'rows').length
  expect(frames).toBeLessThanOrEqual(Math.ceil((performance.now() - since) / 500) + 1)
  await listener.leave()
})

function textsOf(heard: readonly VisitorPush[]): string[] {
  return heard.flatMap((push) => (push.type === 'message' ? [push.message.text] : []))
}
