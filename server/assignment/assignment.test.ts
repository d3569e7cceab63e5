import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { setPresence } from '../../test/support/presence.ts'

type Agent = Caller & { staffId: number }

let app: TestApp
let ann: Agent
let bob: Agent
let moment = Date.UTC(2026, 10, 11, 8)

beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
  ann = await app.staff('Ann', 'agent')
  bob = await app.staff('Bob', 'agent')
})
afterEach(() => everybodyOff())
afterAll(() => app.close())

let counter = 0

/** A customer writes; answers the number of the conversation. */
async function arrives(visitor?: Caller): Promise<{ id: number; publicId: string; visitor: Caller }> {
  const who = visitor ?? (await app.visitor())
  const { conversation } = await who.client.widget.sendMessage({
    body: { key: `arrives-${++counter}`, text: 'Hello, where is my parcel please?' },
  })
  const found = await app.platform.pool.query<{ id: number }>(
    'select id from conversation where public_id = $1',
    [conversation],
  )
  return { id: found.rows[0]?.id ?? 0, publicId: conversation, visitor: who }
}

const explained = (id: number) =>
  app.owner.client.assignment.explainAssignment({ params: { conversationId: id } })

/** Waits until somebody (else than this one) has it; answers who. */
async function assignee(id: number, not: number | null = null): Promise<number> {
  let has: number | null = null
  const look = async () => {
    has = (await explained(id)).current?.staffId ?? null
    return has !== null && has !== not
  }
  await expect.poll(look, { timeout: 5_000 }).toBe(true)
  return has ?? 0
}

async function everybodyOff(): Promise<void> {
  for (const one of [ann, bob]) await setPresence(app, one.staffId, { state: 'offline', capacity: 8 })
  await app.platform.pool.query(
    `update conversation set state = 'ended', ended_at = now(), assignee_id = null where state <> 'ended'`,
  )
  await app.platform.pool.query('delete from queue_entry')
}

test('nobody is given anything while everybody is offline, and the reason can be read', async () => {
  const { id } = await arrives()
  await expect.poll(async () => (await explained(id)).waiting?.candidates.offline).toBe(3)
  expect(await explained(id)).toMatchObject({
    current: null,
    waiting: { place: 1, step: 0, candidates: { all: 3, free: 0, offline: 3 } },
  })
})

test('a conversation goes by itself to the agent who has most room, with reason and runners-up', async () => {
  await setPresence(app, ann.staffId, { state: 'online', capacity: 4 })
  await setPresence(app, bob.staffId, { state: 'online', capacity: 8 })
  const first = await arrives()
  await assignee(first.id)
  const second = await arrives()
  await assignee(second.id)
  const third = await arrives()
  await assignee(third.id)
  const { assignments } = await app.owner.client.assignment.listAssignments({
    params: { conversationId: third.id },
  })
  expect(assignments).toHaveLength(1)
  expect(assignments[0]).toMatchObject({
    staffId: bob.staffId,
    how: 'auto',
    policyVersion: 0,
    reason: { rule: 'share', spare: 0.875, eligible: 2, step: 0 },
    runnersUp: [{ staffId: ann.staffId, spare: 0.75, staffName: 'Ann' }],
  })
  const { rows } = await app.platform.pool.query('select used from presence where staff_id = $1', [
    bob.staffId,
  ])
  expect(rows[0]?.used).toBe(2)
})

test('what is not answered in time goes back to the front, on record, and not to the same agent first', async () => {
  await setPresence(app, ann.staffId, { state: 'online' })
  const { id } = await arrives()
  expect(await assignee(id)).toBe(ann.staffId)
  await setPresence(app, bob.staffId, { state: 'online' })
  moment += 151_000
  expect(await assignee(id, ann.staffId)).toBe(bob.staffId)
  const { assignments } = await app.owner.client.assignment.listAssignments({
    params: { conversationId: id },
  })
  expect(assignments.map((one) => [one.staffId, one.endedHow])).toEqual([
    [bob.staffId, null],
    [ann.staffId, 'silent'],
  ])
  const notices = await ann.client.notice.listNotices({ query: {} })
  expect(notices.notices[0]).toMatchObject({ kind: 'returned_silent', conversationId: id })
})

test('an answer in time keeps it, and makes the first to answer its owner', async () => {
  await setPresence(app, ann.staffId, { state: 'online' })
  const { id } = await arrives()
  await assignee(id)
  moment += 60_000
  await ann.client.message.reply({
    params: { conversationId: id },
    body: { key: 'answer-in-time', text: 'It is on its way.' },
  })
  await expect
    .poll(async () => (await explained(id)).current?.answeredAt)
    .toBe(new Date(moment).toISOString())
  moment += 300_000
  await ann.client.assignment.offerTransfer({
    params: { conversationId: id },
    body: { staffId: bob.staffId, reason: 'Speaks better' },
  })
  const { toMe } = await bob.client.assignment.listTransferOffers()
  await bob.client.assignment.acceptTransfer({ params: { transferId: toMe[0]?.id ?? 0 } })
  expect(await ann.client.conversation.getConversation({ params: { conversationId: id } })).toMatchObject({
    assigneeId: bob.staffId,
    ownerId: ann.staffId,
  })
})

test('going offline puts open work back, and the next agent gets it', async () => {
  await setPresence(app, ann.staffId, { state: 'online' })
  const { id } = await arrives()
  expect(await assignee(id)).toBe(ann.staffId)
  await setPresence(app, bob.staffId, { state: 'online' })
  await setPresence(app, ann.staffId, { state: 'offline' })
  expect(await assignee(id, ann.staffId)).toBe(bob.staffId)
  const told = await app.platform.pool.query(
    `select data ->> 'because' as because from event where name = 'assignment.returned' order by id desc limit 1`,
  )
  expect(told.rows).toEqual([{ because: 'offline' }])
})

test('the last agent gets their customer back, even while paused, and nobody else does', async () => {
  await setPresence(app, ann.staffId, { state: 'online' })
  const first = await arrives()
  await assignee(first.id)
  await ann.client.conversation.resolveConversation({
    params: { conversationId: first.id },
    body: { topicId: null, outcome: 'solved' },
  })
  await app.platform.pool.query(`update conversation set state = 'ended', ended_at = $2 where id = $1`, [
    first.id,
    new Date(moment),
  ])
  await setPresence(app, ann.staffId, { state: 'paused' })
  const stranger = await arrives()
  const again = await arrives(first.visitor)
  expect(await assignee(again.id)).toBe(ann.staffId)
  expect((await explained(again.id)).current?.reason.rule).toBe('sticky')
  expect((await explained(stranger.id)).current).toBeNull()
})
