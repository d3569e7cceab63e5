import { expect, test } from 'vitest'
import type { VisitorConversation, VisitorMessage } from '../../domain/widget/endpoints.ts'
import { type OutboxEntry, outcomeOf, placeAfter, retried } from '../outbox/outbox.ts'
import {
  nextWant,
  noTalks,
  type Talks,
  unreadCount,
  withList,
  withPage,
  withPush,
  withReceipt,
} from './talks.ts'
import { timeline } from './timeline.ts'

const position = '1.1.1'
const createdAt = '2026-11-22T08:00:00Z'
const conversation = 'lamp'

function talk(part: Partial<VisitorConversation> = {}): VisitorConversation {
  const times = { startedAt: createdAt, lastMessageAt: createdAt }
  const read = { readSeq: 0, shopReadSeq: 0 }
  return {
    id: conversation,
    open: true,
    lastSeq: 2,
    preview: '',
    agentName: null,
    rating: null,
    ...times,
    ...read,
    ...part,
  }
}
function message(seq: number, part: Partial<VisitorMessage> = {}): VisitorMessage {
  const text = `text ${seq}`
  return { seq, by: 'shop', name: 'Mei', text, files: [], createdAt, recalled: false, key: null, ...part }
}
function talksWith(info: VisitorConversation, messages: VisitorMessage[]): Talks {
  const listed = withList(noTalks, { conversations: [info], position })
  return withPage(listed, { what: 'latest', conversation: info.id }, { messages, more: false })
}

test('the badge counts the shop’s unread messages, not my own and not recalled ones', () => {
  const messages = [message(1), message(2, { by: 'me' }), message(3, { recalled: true }), message(4)]
  expect(unreadCount(talksWith(talk({ lastSeq: 4 }), messages))).toBe(2)
  const read = withPush(talksWith(talk({ lastSeq: 4 }), messages), {
    type: 'read',
    conversation,
    by: 'me',
    seq: 1,
    position,
  })
  expect(unreadCount(read)).toBe(1)
})

test('a recall that comes before its message still takes the text away', () => {
  const recalled = withPush(talksWith(talk(), [message(1)]), {
    type: 'recalled',
    conversation,
    seq: 2,
    position,
  })
  const late = withPush(recalled, { type: 'message', conversation, message: message(2), position })
  expect(late.list[0]?.thread?.messages[1]).toMatchObject({ recalled: true, text: '' })
})

test('staff’s notes, which a visitor never sees, cause one read and no more', () => {
  const after = withPush(talksWith(talk(), [message(1), message(2)]), {
    type: 'message',
    conversation,
    message: message(5),
    position,
  })
  const want = nextWant(after)
  expect(want).toEqual({ what: 'after', conversation, after: 2, upTo: 5 })
  if (want?.what !== 'after') return
  expect(nextWant(withPage(after, want, { messages: [message(5)], more: false }))).toBeNull()
})

test('an ended talk stays ended when an old receipt is told again, and opens with a new message', () => {
  const ended = talksWith(talk({ open: false }), [message(1, { by: 'me', key: 'k1' }), message(2)])
  const entry: OutboxEntry = { key: 'k1', at: 0, text: 'text 1', files: [], state: 'sent' }
  const told = withReceipt(ended, entry, { conversation, seq: 1, createdAt })
  expect(told.list[0]?.info.open).toBe(false)
  expect(
    withReceipt(told, { ...entry, key: 'k2' }, { conversation, seq: 3, createdAt }).list[0]?.info.open,
  ).toBe(true)
})

test('own messages say how far they have come', () => {
  const info = talk({ shopReadSeq: 1 })
  const talks = talksWith(info, [message(1, { by: 'me', key: 'a' }), message(2, { by: 'me', key: 'b' })])
  const waiting: OutboxEntry = { key: 'c', at: Date.parse(createdAt), text: 'c', files: [], state: 'waiting' }
  const lines = timeline(talks, [waiting])
  expect(lines.map((line) => (line.kind === 'message' ? line.progress : line.kind))).toEqual([
    'day',
    'read',
    'delivered',
    'pending',
  ])
})

test('what passes is tried again, what is refused waits for the visitor', () => {
  expect([0, 408, 429, 500, 503].map((status) => outcomeOf({ status, code: '' }))).toEqual(
    Array(5).fill('again'),
  )
  expect([400, 403, 409, 413, 422].map((status) => outcomeOf({ status, code: '' }))).toEqual(
    Array(5).fill('failed'),
  )
  expect(outcomeOf({ status: 401, code: 'visitor_unknown' })).toBe('renew')
  expect(outcomeOf({ status: 422, code: 'details_missing' })).toBe('ask')
})

test('trying again keeps the key, so that nothing is stored twice, unless the key itself was refused', () => {
  const failed: OutboxEntry = { key: 'a', at: 5, text: '', files: [], state: 'failed', code: 'input_invalid' }
  const at = placeAfter([failed], 3)
  expect(retried(failed, at, 'fresh')).toMatchObject({ key: 'a', at: 6, state: 'waiting' })
  expect(retried({ ...failed, code: 'key_reused' }, at, 'fresh').key).toBe('fresh')
})
