import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { VisitorPush } from '../../domain/live/frames.ts'
import type { VisitorConversation, VisitorMessage } from '../../domain/widget/endpoints.ts'
import {
  type Answer,
  afterAnswer,
  nextToSend,
  type OutboxEntry,
  placeAfter,
  retried,
} from '../outbox/outbox.ts'
import { nextWant, noTalks, type Talks, withList, withPage, withPush, withReceipt } from './talks.ts'
import { timeline } from './timeline.ts'

const pageSize = 3
const time = (n: number) => new Date(Date.UTC(2026, 10, 22) + n * 1000).toISOString()

/** A server in a few lines: talks, notes that take a number but are never shown, and a log of pushes. */
function makeServer() {
  const talks: { info: VisitorConversation; messages: VisitorMessage[] }[] = []
  const log: VisitorPush[] = []
  let clock = 0
  const position = () => `1.1.${log.length}`

  function current() {
    const last = talks.at(-1)
    if (last?.info.open) return last
    const at = time(++clock)
    const info = {
      id: `t${talks.length}`,
      open: true,
      lastSeq: 0,
      lastMessageAt: at,
      startedAt: at,
      preview: '',
    }
    const talk = {
      info: { ...info, readSeq: 0, shopReadSeq: 0, agentName: null, rating: null },
      messages: [],
    }
    talks.push(talk)
    return talk
  }

  function append(by: 'me' | 'shop', text: string, key: string | null) {
    const { info, messages } = current()
    const createdAt = time(++clock)
    const message = { seq: ++info.lastSeq, by, name: null, text, files: [], createdAt, recalled: false, key }
    messages.push(message)
    log.push({ type: 'message', conversation: info.id, message, position: `1.1.${log.length + 1}` })
    return { conversation: info.id, seq: message.seq, createdAt }
  }

  return {
    log,
    shown: () => talks.flatMap(({ messages }) => messages.map(({ text }) => text)),
    take({ key, text }: OutboxEntry): Answer {
      for (const { info, messages } of talks) {
        const held = messages.find((message) => message.key === key)
        if (held) return { receipt: { conversation: info.id, seq: held.seq, createdAt: held.createdAt } }
      }
      return { receipt: append('me', text, key) }
    },
    say: (text: string) => talks.length > 0 && talks.at(-1)?.info.open && append('shop', text, null),
    note() {
      const last = talks.at(-1)
      if (last) last.info.lastSeq++
    },
    end() {
      const last = talks.at(-1)
      if (!last?.info.open) return
      last.info.open = false
      log.push({ type: 'ended', conversation: last.info.id, position: `1.1.${log.length + 1}` })
    },
    list: () => ({ conversations: talks.map(({ info }) => ({ ...info })).reverse(), position: position() }),
    page(conversation: string, after: number | null) {
      const all = talks.find(({ info }) => info.id === conversation)?.messages ?? []
      const from = after === null ? all : all.filter(({ seq }) => seq > after)
      const messages = after === null ? from.slice(-pageSize) : from.slice(0, pageSize)
      return { messages: [...messages], more: from.length > messages.length }
    },
  }
}

const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const) }),
  fc.record({
    do: fc.constant('attempt' as const),
    fate: fc.constantFrom('good', 'request lost', 'reply lost', 'reply late', 'refused', 'busy'),
  }),
  fc.record({ do: fc.constant('late reply' as const) }),
  fc.record({ do: fc.constant('another tab tells' as const), pick: fc.nat(9) }),
  fc.record({ do: fc.constant('shop says' as const) }),
  fc.record({ do: fc.constant('note' as const) }),
  fc.record({ do: fc.constant('end' as const) }),
  fc.record({
    do: fc.constant('push' as const),
    pick: fc.nat(5),
    fate: fc.constantFrom('comes', 'comes again', 'is lost'),
  }),
  fc.record({ do: fc.constant('read' as const) }),
  fc.record({ do: fc.constant('reconnect' as const) }),
  fc.record({ do: fc.constant('reset' as const) }),
  fc.record({ do: fc.constant('try again' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function makeWindow(server: ReturnType<typeof makeServer>) {
  let talks: Talks = noTalks
  let outbox: OutboxEntry[] = []
  let late: (() => void)[] = []
  let heard = 0
  let coming: VisitorPush[] = []
  let written = 0
  let said = 0

  const put = (entry: OutboxEntry) => {
    outbox = outbox.map((held) => (held.key === entry.key ? entry : held))
  }
  function answered(key: string, answer: Answer) {
    const entry = outbox.find((held) => held.key === key)
    if (!entry) return
    put(afterAnswer(entry, answer))
    if ('receipt' in answer) talks = withReceipt(talks, entry, answer.receipt)
  }
  function attempt(fate: string) {
    const entry = nextToSend(outbox)
    if (!entry) return
    if (fate === 'request lost') return answered(entry.key, { status: 0, code: 'unreachable' })
    if (fate === 'busy') return answered(entry.key, { status: 503, code: 'busy' })
    if (fate === 'refused') return answered(entry.key, { status: 422, code: 'input_invalid' })
    const answer = server.take(entry)
    if (fate === 'reply lost') return answered(entry.key, { status: 0, code: 'unreachable' })
    if (fate === 'reply late') late.push(() => answered(entry.key, answer))
    else answered(entry.key, answer)
  }
  function read() {
    const want = nextWant(talks)
    if (!want) return false
    if (want.what === 'list') talks = withList(talks, server.list())
    else
      talks = withPage(talks, want, server.page(want.conversation, want.what === 'after' ? want.after : null))
    return true
  }
  function listen() {
    coming.push(...server.log.slice(heard))
    heard = server.log.length
  }

  return {
    shown: () =>
      timeline(talks, outbox).flatMap((line) => {
        if (line.kind === 'message') return line.message.text
        return line.kind === 'pending' ? line.entry.text : []
      }),
    step(one: Step) {
      listen()
      if (one.do === 'write') {
        const key = `key${written}`
        const at = placeAfter(outbox, 1000 - written)
        outbox.push({ key, at, text: `mine ${written++}`, files: [], state: 'waiting' })
      }
      if (one.do === 'attempt') attempt(one.fate)
      if (one.do === 'late reply') late.shift()?.()
      if (one.do === 'another tab tells') {
        const entry = outbox[one.pick]
        if (entry?.receipt && talks.known) talks = withReceipt(talks, entry, entry.receipt)
      }
      if (one.do === 'shop says') server.say(`shop ${said++}`)
      if (one.do === 'note') server.note()
      if (one.do === 'end') server.end()
      if (one.do === 'read') read()
      if (one.do === 'push') {
        const push = coming[one.pick]
        if (push && one.fate !== 'is lost') talks = withPush(talks, push)
        if (one.fate !== 'comes again') coming.splice(one.pick, 1)
      }
      if (one.do === 'reconnect') {
        coming = []
        talks = withPush(talks, { type: 'welcome', position: '1.1.0' })
      }
      if (one.do === 'reset') talks = withPush(talks, { type: 'reset', position: '1.1.0' })
      if (one.do === 'try again') {
        const failed = outbox.find(({ state }) => state === 'failed')
        if (failed) put(retried(failed, placeAfter(outbox, 0), 'unused'))
      }
    },
    /** The network is good again, and the visitor tries what had failed once more. */
    settle() {
      for (const reply of late) reply()
      late = []
      for (const entry of outbox)
        if (entry.state === 'failed') put(retried(entry, placeAfter(outbox, 0), 'unused'))
      talks = withPush(talks, { type: 'welcome', position: '1.1.0' })
      while (nextToSend(outbox)) attempt('good')
      for (let reads = 0; read(); reads++) if (reads > 500) throw new Error('reads without end')
      outbox = outbox.filter(({ state }) => state !== 'sent')
    },
    written: () => written,
  }
}

test('whatever is dropped, doubled or late, each message stands there once and in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
      const server = makeServer()
      const window = makeWindow(server)
      for (const one of steps) {
        window.step(one)
        const shown = window.shown()
        expect(new Set(shown).size, 'doubled').toBe(shown.length)
      }
      window.settle()
      const newest = window.shown()
      // Older pages are read on demand: what is shown is the end of the whole.
      expect(server.shown().slice(-newest.length)).toEqual(newest)
      expect(newest.length).toBeGreaterThanOrEqual(Math.min(server.shown().length, 1))
      expect(
        server
          .shown()
          .filter((text) => text.startsWith('mine'))
          .toSorted(),
      ).toEqual(Array.from({ length: window.written() }, (_, n) => `mine ${n}`).toSorted())
    }),
    { numRuns: 400 },
  )
})

test('messages go out in the order in which they were written while none fails', () => {
  const good = step.filter(
    (one) => one.do !== 'try again' && !(one.do === 'attempt' && one.fate === 'refused'),
  )
  fc.assert(
    fc.property(fc.array(good, { maxLength: 80, size: 'max' }), (steps) => {
      const server = makeServer()
      const window = makeWindow(server)
      for (const one of steps) window.step(one)
      window.settle()
      const mine = server.shown().filter((text) => text.startsWith('mine'))
      expect(mine).toEqual(mine.map((_, n) => `mine ${n}`))
    }),
    { numRuns: 200 },
  )
})
