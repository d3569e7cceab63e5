import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { endResolved } from '../conversation/actions/close.ts'
import { logState } from '../platform/event-log/lag.ts'

let app: TestApp
let amy: Caller & { staffId: number }
let bo: Caller & { staffId: number }
let lead: Caller & { staffId: number }
let moment = Date.parse('2026-11-24T09:00:00Z')
beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
  amy = await app.staff('Amy', 'agent')
  bo = await app.staff('Bo', 'agent')
  lead = await app.staff('Lena', 'duty_lead', { shopId: app.shopId })
})
afterAll(() => app.close())

let counter = 0
const key = () => `rating-key-${++counter}`

interface Talk {
  readonly visitor: Caller
  readonly conversation: string
  readonly conversationId: number
}

async function talk(visitor?: Caller): Promise<Talk> {
  const writer = visitor ?? (await app.visitor())
  const { conversation } = await writer.client.widget.sendMessage({
    body: { key: key(), text: 'Where is my parcel?' },
  })
  const { rows } = await app.platform.pool.query('select id from conversation where public_id = $1', [
    conversation,
  ])
  return { visitor: writer, conversation, conversationId: rows[0].id }
}

const reply = ({ conversationId }: Talk, who: Caller, text = 'It is on its way.') =>
  who.client.message.reply({ params: { conversationId }, body: { key: key(), text } })

const resolve = ({ conversationId }: Talk, who: Caller) =>
  who.client.conversation.resolveConversation({
    params: { conversationId },
    body: { topicId: null, outcome: 'solved' },
  })

/** Lets a quarter of an hour pass and the log be read. */
async function end() {
  moment += 16 * 60_000
  await endResolved(app.platform)
  await logRead()
}

async function logRead() {
  await expect
    .poll(async () => (await logState(app.platform)).lag.rating_invitation, { timeout: 10_000 })
    .toBe(0)
}

async function invitationOf({ visitor, conversation }: Talk) {
  const { conversations } = await visitor.client.widget.listVisitorConversations()
  return conversations.find(({ id }) => id === conversation)?.rating ?? null
}

const rate = (
  { visitor, conversation }: Talk,
  body: Parameters<Caller['client']['widget']['rateConversation']>[0]['body'],
) => visitor.client.widget.rateConversation({ params: { conversation }, body })

async function seenBy(who: Caller, { conversationId }: Talk) {
  return (await who.client.rating.getConversationRating({ params: { conversationId } })).rating
}

async function stepsOf({ conversationId }: Talk) {
  const { messages } = await app.owner.client.message.listMessages({ params: { conversationId }, query: {} })
  return messages.flatMap(({ kind, text, data }) => (kind === 'step' ? [{ text, data }] : []))
}

const answered = async (visitor?: Caller) => {
  const made = await talk(visitor)
  await reply(made, amy)
  await resolve(made, amy)
  return made
}

test('a customer is asked once it has ended, rates, and the agent sees it with the reason of the credit', async () => {
  const one = await answered()
  await logRead()
  expect(await invitationOf(one)).toBeNull()
  await end()
  expect(await invitationOf(one)).toMatchObject({ state: 'open', score: null })
  const { rating } = await rate(one, {
    score: 5,
    reasons: ['quick', 'slow'],
    comment: ' Thank you! ',
    solved: true,
  })
  expect(rating).toMatchObject({ state: 'rated', score: 5, reasons: ['quick'], comment: 'Thank you!' })
  expect(await seenBy(amy, one)).toMatchObject({
    score: 5,
    solved: true,
    creditedStaffId: amy.staffId,
    creditedName: 'Amy',
    creditedReplies: 1,
    allReplies: 1,
    creditTied: false,
  })
  expect(await stepsOf(one)).toContainEqual({ text: 'rated', data: { score: 5 } })
})

test('who was not answered by a human, or is spam, is not asked', async () => {
  const silent = await talk()
  await resolve(silent, amy)
  const spam = await answered()
  await app.owner.client.conversation.markSpam({
    params: { conversationId: spam.conversationId },
    body: { spam: true },
  })
  await end()
  expect(await seenBy(app.owner, silent)).toBeNull()
  expect(await seenBy(app.owner, spam)).toBeNull()
})

test('the same words again change nothing; other words do, for a day, and then no more', async () => {
  const one = await answered()
  await end()
  await rate(one, { score: 4 })
  await rate(one, { score: 4 })
  moment += 3_600_000
  await rate(one, { score: 3, reasons: ['slow'] })
  const { rows } = await app.platform.pool.query(
    `select data->'changed' as changed, data->'score' as score from event
     where name = 'rating.given' and (data->>'conversationId')::bigint = $1 order by id`,
    [one.conversationId],
  )
  expect(rows).toEqual([
    { changed: false, score: 4 },
    { changed: true, score: 3 },
  ])
  moment += 24 * 3_600_000
  await expect(rate(one, { score: 5 })).rejects.toMatchObject({ code: 'rating_over', status: 410 })
  expect(await invitationOf(one)).toBeNull()
  expect(await seenBy(app.owner, one)).toMatchObject({ score: 3 })
})

test('an invitation that nobody answers runs out after three days', async () => {
  const one = await answered()
  await end()
  moment += 72 * 3_600_000
  expect(await invitationOf(one)).toBeNull()
  await expect(rate(one, { score: 5 })).rejects.toMatchObject({ code: 'rating_over' })
})

test('handing over before the rating gives the credit to nobody else', async () => {
  const one = await talk()
  const params = { conversationId: one.conversationId }
  await reply(one, amy)
  await reply(one, amy, 'It arrives tomorrow.')
  await amy.client.conversation.handOver({
    params,
    body: { staffId: bo.staffId, teamId: null, reason: 'my shift ends' },
  })
  await reply(one, bo, 'Good bye!')
  await resolve(one, bo)
  await end()
  await rate(one, { score: 1 })
  expect(await seenBy(app.owner, one)).toMatchObject({
    creditedStaffId: amy.staffId,
    creditedReplies: 2,
    allReplies: 3,
  })
})

test('closing early and being reopened by the customer asks nobody before the real end', async () => {
  const one = await answered()
  await one.visitor.client.widget.sendMessage({ body: { key: key(), text: 'Not at all!' } })
  await end()
  expect(await invitationOf(one)).toBeNull()
  await lead.client.conversation.takeConversation({ params: { conversationId: one.conversationId } })
  await reply(one, lead, 'I am sorry. One moment.')
  await reply(one, lead, 'Now it is solved.')
  await resolve(one, lead)
  await end()
  await rate(one, { score: 4 })
  expect(await seenBy(app.owner, one)).toMatchObject({ creditedStaffId: lead.staffId })
})

test('reopening after a bad rating neither erases it nor asks a second time', async () => {
  const one = await answered()
  await end()
  await rate(one, { score: 1, reasons: ['unfriendly'] })
  const before = await seenBy(app.owner, one)
  // As a channel will whose conversations can be reopened after their end.
  await app.platform.pool.query(
    `update conversation set state = 'in_service', assignee_id = $2 where id = $1`,
    [one.conversationId, bo.staffId],
  )
  await reply(one, bo)
  await reply(one, bo)
  await resolve(one, bo)
  await end()
  expect(await seenBy(app.owner, one)).toEqual(before)
  const { rows } = await app.platform.pool.query(
    `select count(*)::int as count from event
     where name = 'rating.invited' and (data->>'conversationId')::bigint = $1`,
    [one.conversationId],
  )
  expect(rows[0].count).toBe(1)
})

test('a low score tells those who lead at that place and the credited agent, once', async () => {
  const one = await answered()
  await end()
  const told = async (who: Caller) => {
    const { notices } = await who.client.notice.listNotices({ query: {} })
    return notices.filter((n) => n.kind === 'low_rating' && n.conversationId === one.conversationId).length
  }
  await rate(one, { score: 3 })
  expect(await told(lead)).toBe(0)
  await rate(one, { score: 2 })
  await rate(one, { score: 5 })
  await rate(one, { score: 1 })
  expect(await told(lead)).toBe(1)
  expect(await told(amy)).toBe(1)
  expect(await told(bo)).toBe(0)
})

test('one customer cannot rate for another', async () => {
  const one = await answered()
  await end()
  const other = await app.visitor()
  const asOther = other.client.widget.rateConversation({
    params: { conversation: one.conversation },
    body: { score: 1 },
  })
  await expect(asOther).rejects.toMatchObject({ code: 'rating_not_found', status: 404 })
})

test('two ratings at the same moment are two changes of one rating', async () => {
  const one = await answered()
  await end()
  await Promise.all([rate(one, { score: 2 }), rate(one, { score: 5 })])
  const { rows } = await app.platform.pool.query(
    `select data->'changed' as changed from event
     where name = 'rating.given' and (data->>'conversationId')::bigint = $1 order by id`,
    [one.conversationId],
  )
  expect(rows).toEqual([{ changed: false }, { changed: true }])
})

test('a channel may ask the same customer only every so often, or nobody', async () => {
  const { channels } = await app.owner.client.channel.listChannels()
  const settings = channels[0]?.settings
  const set = (change: object) =>
    app.owner.client.channel.updateChannel({
      params: { channelId: app.channelId },
      body: { settings: { ...settings, ...change } as typeof settings },
    })
  await set({ ratingEveryHours: 24 })
  const visitor = await app.visitor()
  const first = await answered(visitor)
  await end()
  const second = await answered(visitor)
  await end()
  expect(await seenBy(app.owner, first)).not.toBeNull()
  expect(await seenBy(app.owner, second)).toBeNull()
  await set({ rating: false })
  const third = await answered()
  await end()
  expect(await seenBy(app.owner, third)).toBeNull()
  await set({})
})

test('what ended long before it was read invites nobody any more', async () => {
  const one = await answered()
  moment += 16 * 60_000
  await endResolved(app.platform)
  await app.platform.pool.query(
    `update conversation set ended_at = ended_at - interval '2 days' where id = $1`,
    [one.conversationId],
  )
  await app.platform.pool.query(`delete from rating where conversation_id = $1`, [one.conversationId])
  await app.platform.pool.query(`delete from log_reader where name = 'rating_invitation'`)
  await logRead()
  expect(await seenBy(app.owner, one)).toBeNull()
})
