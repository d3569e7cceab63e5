import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConversationState, conversationStates } from '../../domain/conversation/state.ts'
import { nextState } from '../../domain/conversation/transitions.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { onPool } from '../platform/statement.ts'
import { tokenHash } from '../view/visitor-thread.ts'
import { appendVisitorLine, type VisitorLine } from './store/send.ts'
import { appendVisitorLines, startConversations } from './store/send-many.ts'

let app: TestApp
let staffId: number
let counter = 0
const key = () => `many-${String(++counter).padStart(6, '0')}`
const now = new Date()

beforeAll(async () => {
  app = await testApp()
  staffId = (await app.owner.client.staff.getMe()).staffId
})
afterAll(() => app.close())

interface Talk {
  readonly visitor: Caller
  readonly publicId: string
  readonly hash: Buffer
}

async function talk(state: ConversationState, assigned: boolean): Promise<Talk> {
  const visitor = await app.visitor()
  const { conversation } = await visitor.client.widget.sendMessage({ body: { key: key(), text: 'Hello' } })
  await app.platform.pool.query(
    'update conversation set state = $2, assignee_id = $3, waiting_since = null where public_id = $1',
    [conversation, state, assigned ? staffId : null],
  )
  return { visitor, publicId: conversation, hash: hashOf(visitor) }
}

function hashOf(visitor: Caller): Buffer {
  return tokenHash(visitor.headers.authorization?.slice('Bearer '.length) ?? '')
}

function line(hash: Buffer, text = '请问还有货吗'): VisitorLine {
  return { tokenHash: hash, key: key(), text, hasFiles: false, language: 'zh', now }
}

/** Everything that a message leaves behind, but for numbers of rows. */
async function traces(publicId: string) {
  const found = await app.platform.pool.query(
    `select c.state, c.last_seq, c.preview_seq, c.customer_read_seq, c.last_message_at, c.active_at, c.language,
       c.waiting_since, m.kind, m.author_kind, m.author_id = c.customer_id as own, m.text, m.language as said_in,
       m.created_at, m.has_files, e.name, e.v, e.brand_id, e.actor_kind, e.actor_id = c.customer_id as by_customer,
       e.happened_at, e.audience = array['shop:' || c.shop_id, 'conversation:' || c.id] ||
         case when c.assignee_id is null then '{}' else array['staff:' || c.assignee_id] end as heard,
       e.data - 'conversationId' - 'messageId' as data
     from conversation c
     join message m on m.conversation_id = c.id and m.seq = c.last_seq
     join event e on (e.data->>'messageId')::bigint = m.id
     where c.public_id = $1`,
    [publicId],
  )
  return found.rows
}

const situations = conversationStates
  .filter((state) => state !== 'ended')
  .flatMap((state) => [true, false].map((assigned) => ({ state, assigned })))

test('among many, a message leaves behind what it leaves alone, or is left to go alone', async () => {
  const run = onPool(app.platform)
  const alone = await Promise.all(situations.map(({ state, assigned }) => talk(state, assigned)))
  const twins = await Promise.all(situations.map(({ state, assigned }) => talk(state, assigned)))
  for (const one of alone) expect(await appendVisitorLine(run, line(one.hash))).toMatchObject({ seq: 2 })
  const answers = await appendVisitorLines(
    run,
    twins.map(({ hash }) => line(hash)),
    now,
  )
  for (const [n, { state, assigned }] of situations.entries()) {
    const stays = nextState(state, 'customer_writes', { assigned }) === state
    const twin = twins[n]?.publicId ?? ''
    if (!stays) expect(answers[n]).toBeNull()
    else {
      expect(answers[n]).toMatchObject({ publicId: twin, seq: 2, createdAt: now })
      expect(await traces(twin)).toEqual(await traces(alone[n]?.publicId ?? ''))
    }
  }
})

test('many first messages start a conversation each, and a second try starts nothing', async () => {
  const visitors = await Promise.all(Array.from({ length: 5 }, () => app.visitor()))
  const firsts = visitors.map((visitor) => ({
    ...line(hashOf(visitor)),
    publicId: randomBytes(16).toString('hex'),
    source: { page: 'https://shop.example/cups' },
    pageLanguage: 'en',
  }))
  const run = onPool(app.platform)
  const started = await startConversations(run, firsts, now)
  expect(started.map((one) => [one?.publicId, one?.seq])).toEqual(firsts.map(({ publicId }) => [publicId, 1]))
  const names = await app.platform.pool.query(
    `select name, count(*)::int as count from event where data->>'conversationId' = any($1) group by 1 order by 1`,
    [started.map((one) => String(one?.conversationId))],
  )
  expect(names.rows).toEqual([
    { name: 'conversation.started', count: 5 },
    { name: 'message.appended', count: 5 },
  ])
  expect(await startConversations(run, firsts, now)).toEqual(firsts.map(() => null))
})

test('a talk that somebody holds is left out at once, and holds none of the others up', async () => {
  const [held, free] = [await talk('in_service', true), await talk('in_service', true)]
  const client = await app.platform.pool.connect()
  await client.query('begin')
  await client.query('select from conversation where public_id = $1 for update', [held.publicId])
  const answers = await appendVisitorLines(onPool(app.platform), [line(held.hash), line(free.hash)], now)
  expect(answers.map((one) => one?.publicId ?? null)).toEqual([null, free.publicId])
  await client.query('rollback')
  client.release()
})

test('strangers, the blocked and the hasty among many are left out, and harm nobody', async () => {
  const [blocked, hasty, fine] = [
    await talk('queued', false),
    await talk('queued', false),
    await talk('queued', false),
  ]
  await app.platform.pool.query(
    'update customer set blocked_at = now() where id = (select customer_id from conversation where public_id = $1)',
    [blocked.publicId],
  )
  for (let n = 0; n < 29; n++) {
    await hasty.visitor.client.widget.sendMessage({ body: { key: key(), text: `${n}` } })
  }
  const lines = [randomBytes(32), blocked.hash, hasty.hash, fine.hash].map((hash) => line(hash))
  const answers = await appendVisitorLines(onPool(app.platform), lines, now)
  expect(answers.map((one) => one?.publicId ?? null)).toEqual([null, null, null, fine.publicId])
})

test('everybody’s messages of one moment arrive, each once, whatever state their talk is in', async () => {
  const talks = await Promise.all(
    [...situations, ...situations].map(({ state, assigned }) => talk(state, assigned)),
  )
  const twice = talks.flatMap((one) => {
    const body = { key: key(), text: 'at once' }
    return [0, 1].map(() => one.visitor.client.widget.sendMessage({ body }))
  })
  await Promise.all(twice)
  for (const { visitor, publicId } of talks) {
    const { messages } = await visitor.client.widget.listVisitorMessages({
      params: { conversation: publicId },
      query: {},
    })
    expect(messages.map(({ seq, text }) => [seq, text])).toEqual([
      [1, 'Hello'],
      [2, 'at once'],
    ])
  }
})

test('talks that somebody holds hold up nobody else’s, however many are held', async () => {
  const held = await Promise.all(Array.from({ length: 3 }, () => talk('in_service', true)))
  const free = await talk('in_service', true)
  const client = await app.platform.pool.connect()
  await client.query('begin')
  await client.query('select from conversation where public_id = any($1) for update', [
    held.map(({ publicId }) => publicId),
  ])
  const say = ({ visitor }: Talk) => visitor.client.widget.sendMessage({ body: { key: key(), text: 'Hi' } })
  const waiting = held.map((one) => say(one))
  expect(await say(free)).toMatchObject({ seq: 2 })
  await client.query('rollback')
  client.release()
  expect((await Promise.all(waiting)).map(({ seq }) => seq)).toEqual([2, 2, 2])
})
