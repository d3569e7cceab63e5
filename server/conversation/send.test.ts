import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConversationState, conversationStates } from '../../domain/conversation/state.ts'
import { nextState } from '../../domain/conversation/transitions.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { endResolved } from './actions/close.ts'

const second = 1000
const hour = 3600 * second
let moment = Date.now()
let app: TestApp
let staffId: number
let counter = 0
const key = () => `line-${String(++counter).padStart(6, '0')}`
const send = (visitor: Caller, text = 'Hello', line = key()) =>
  visitor.client.widget.sendMessage({ body: { key: line, text } })

beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
  staffId = (await app.owner.client.staff.getMe()).staffId
})
afterAll(() => app.close())

interface Row {
  id: number
  state: ConversationState
  last_seq: number
  assignee_id: number | null
  waiting_since: Date | null
  enqueued_at: Date
  resolved_at: Date | null
  ends_at: Date | null
  outcome: string | null
  previous_id: number | null
  repeat: boolean
}

async function rowOf(publicId: string): Promise<Row> {
  const found = await app.platform.pool.query<Row>('select * from conversation where public_id = $1', [
    publicId,
  ])
  return found.rows[0] as Row
}

/** Events of a conversation, as name with the number of their line. */
async function eventsOf(id: number): Promise<{ name: string; data: Record<string, unknown> }[]> {
  const found = await app.platform.pool.query(
    `select name, data from event where (data->>'conversationId')::bigint = $1 order by epoch, xact, id`,
    [id],
  )
  return found.rows
}

const situations = fc.record({
  state: fc.constantFrom(...conversationStates.filter((state) => state !== 'ended')),
  assigned: fc.boolean(),
  waited: fc.boolean(),
})

test('what a customer’s message does to the state is what the table says, for every state', async () => {
  await fc.assert(
    fc.asyncProperty(situations, async ({ state, assigned, waited }) => {
      const visitor = await app.visitor()
      const { conversation } = await send(visitor)
      const since = waited ? new Date(moment - 90 * second) : null
      await app.platform.pool.query(
        `update conversation set state = $2, assignee_id = $3, waiting_since = $4, outcome = $5, resolved_at = $6,
           ends_at = $6 where public_id = $1`,
        [
          conversation,
          state,
          assigned ? staffId : null,
          since,
          state === 'resolved' ? 'solved' : null,
          state === 'resolved' ? new Date(moment + hour) : null,
        ],
      )
      const before = await rowOf(conversation)
      moment += 20 * second
      const sent = await send(visitor)
      expect(sent).toMatchObject({ conversation, seq: 2, started: false })

      const after = await rowOf(conversation)
      const expected = nextState(state, 'customer_writes', { assigned })
      expect(after.state).toBe(expected)
      expect(after.assignee_id).toBe(before.assignee_id)
      expect(after.waiting_since).toEqual(since ?? new Date(moment))
      const entersQueue = expected === 'queued' && state !== 'queued'
      expect(after.enqueued_at).toEqual(entersQueue ? new Date(moment) : before.enqueued_at)
      expect([after.resolved_at, after.ends_at, after.outcome]).toEqual([null, null, null])

      const told = (await eventsOf(after.id)).filter(({ data }) => data.seq === 2)
      expect(told.map(({ name, data }) => [name, data.from, data.to])).toEqual([
        ['message.appended', state, expected],
      ])
      const reopened = (await eventsOf(after.id)).filter(({ name }) => name === 'conversation.reopened')
      expect(reopened).toHaveLength(state === 'resolved' ? 1 : 0)
    }),
    {
      numRuns: 10,
      seed: 7,
      examples: conversationStates
        .filter((state) => state !== 'ended')
        .flatMap((state) => [true, false].map((assigned) => [{ state, assigned, waited: assigned }] as const))
        .map(([situation]) => [situation]),
    },
  )
})

test('many who write at once into one conversation get the numbers 1, 2, 3 … each with its event', async () => {
  const visitor = await app.visitor()
  const { conversation } = await send(visitor)
  const { id } = await rowOf(conversation)
  const one = { conversationId: id }
  const replies = await Promise.all([
    ...Array.from({ length: 12 }, (_, n) => send(visitor, `customer ${n}`)),
    ...Array.from({ length: 8 }, (_, n) =>
      app.owner.client.message.reply({ params: one, body: { key: key(), text: `agent ${n}` } }),
    ),
  ])
  const { messages } = await app.owner.client.message.listMessages({ params: one, query: {} })
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
  expect(messages.filter(({ kind }) => kind === 'message')).toHaveLength(1 + replies.length)
  expect(new Set(replies.map(({ seq }) => seq)).size).toBe(replies.length)

  const told = (await eventsOf(id)).flatMap(({ name, data }) =>
    name === 'message.appended' ? [data.seq] : [],
  )
  expect(told.toSorted((a, b) => Number(a) - Number(b))).toEqual(messages.map(({ seq }) => seq))
})

test('a message tried ten times at once is there once, as the first and as a later one', async () => {
  const visitor = await app.visitor()
  for (const seq of [1, 2]) {
    const line = key()
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(visitor, `line ${seq}`, line)))
    expect(new Set(replies.map((reply) => `${reply.conversation} ${reply.seq}`)).size).toBe(1)
    expect(replies[0]?.seq).toBe(seq)
  }
  const { conversations } = await visitor.client.widget.listVisitorConversations()
  expect(conversations.map(({ lastSeq }) => lastSeq)).toEqual([2])
})

test('the same key in two visitors’ talks is two messages', async () => {
  const [one, other] = [await app.visitor(), await app.visitor()]
  const line = key()
  const replies = [await send(one, 'mine', line), await send(other, 'mine too', line)]
  expect(new Set(replies.map(({ conversation }) => conversation)).size).toBe(2)
})

test('a flood is stopped at thirty lines in ten seconds, and flows again afterwards', async () => {
  const visitor = await app.visitor()
  for (let n = 0; n < 30; n++) await send(visitor)
  await expect(send(visitor)).rejects.toMatchObject({
    status: 429,
    code: 'too_many_messages',
    data: { retryAfterSeconds: 10 },
  })
  const reply = await fetch(`${app.url}/api/widget/messages`, {
    method: 'POST',
    headers: { ...visitor.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ key: key(), text: 'again' }),
  })
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '10'])
  moment += 11 * second
  expect((await send(visitor)).seq).toBe(31)
})

test('a flood sent all at once is stopped too', async () => {
  const visitor = await app.visitor()
  await send(visitor)
  const taken = await Promise.allSettled(Array.from({ length: 60 }, () => send(visitor)))
  const accepted = taken.filter(({ status }) => status === 'fulfilled').length
  expect(accepted).toBe(29)
  const reasons = taken.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
  expect(new Set(reasons)).toEqual(new Set(['too_many_messages']))
  const { conversations } = await visitor.client.widget.listVisitorConversations()
  expect(conversations[0]?.lastSeq).toBe(30)
})

test('a blocked customer is refused, and nothing of the message stays', async () => {
  const visitor = await app.visitor()
  const { conversation } = await send(visitor)
  const { id } = await rowOf(conversation)
  const { customerId } = await app.owner.client.conversation.getConversation({
    params: { conversationId: id },
  })
  await app.owner.client.customer.blockCustomer({ params: { customerId }, body: { reason: 'spam' } })
  const before = await eventsOf(id)
  await expect(send(visitor)).rejects.toMatchObject({ code: 'customer_blocked' })
  expect((await rowOf(conversation)).last_seq).toBe(1)
  expect(await eventsOf(id)).toEqual(before)
})

test.each([
  [1, true],
  [71.9, true],
  [72.1, false],
])(
  'a message %d hours after the end starts a linked conversation; repeat contact: %s',
  async (hours, repeat) => {
    const visitor = await app.visitor()
    const { conversation } = await send(visitor)
    const { id } = await rowOf(conversation)
    await resolve(id)
    moment += 16 * 60 * second
    // A row that a reader of the log holds just now is left for the next look.
    const ended = async () => {
      await endResolved(app.platform)
      return (await rowOf(conversation)).state
    }
    await expect.poll(ended).toBe('ended')
    moment += hours * hour
    const next = await send(visitor)
    expect(next).toMatchObject({ seq: 1, started: true })
    expect(await rowOf(next.conversation)).toMatchObject({ previous_id: id, repeat, state: 'queued' })
  },
)

test('a channel says itself how long a resolved conversation can be taken up again', async () => {
  const { channels } = await app.owner.client.channel.listChannels()
  const settings = channels.find(({ id }) => id === app.channelId)?.settings
  const set = (endsAfterMinutes: number) =>
    app.owner.client.channel.updateChannel({
      params: { channelId: app.channelId },
      body: { settings: { ...settings, endsAfterMinutes } },
    })
  await set(2)
  const { id } = await rowOf((await send(await app.visitor())).conversation)
  await resolve(id)
  const found = await app.platform.pool.query(
    'select ends_at - resolved_at as open from conversation where id = $1',
    [id],
  )
  expect(found.rows[0].open).toMatchObject({ minutes: 2 })
  await set(15)
})

test('a conversation that ends while messages come in loses none of them', async () => {
  for (let round = 0; round < 5; round++) {
    const visitor = await app.visitor()
    const { id } = await rowOf((await send(visitor)).conversation)
    await resolve(id)
    moment += 16 * 60 * second
    const [, ...replies] = await Promise.all([
      endResolved(app.platform),
      ...Array.from({ length: 4 }, () => send(visitor)),
    ])
    const { conversations } = await visitor.client.widget.listVisitorConversations()
    expect(conversations.filter(({ open }) => open)).toHaveLength(1)
    for (const reply of replies) {
      const params = { conversation: reply.conversation }
      const { messages } = await visitor.client.widget.listVisitorMessages({ params, query: {} })
      expect(messages.filter(({ seq }) => seq === reply.seq)).toHaveLength(1)
    }
  }
})

async function resolve(conversationId: number): Promise<void> {
  await app.owner.client.conversation.resolveConversation({
    params: { conversationId },
    body: { topicId: null, outcome: 'solved' },
  })
}
