import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { setPresence } from '../../test/support/presence.ts'
import { returnExpired } from './actions/settle-transfers.ts'

type Agent = Caller & { staffId: number }

let app: TestApp
let ann: Agent
let bob: Agent
let lead: Agent
let moment = Date.UTC(2026, 10, 11, 8)

beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
  ann = await app.staff('Ann', 'agent')
  bob = await app.staff('Bob', 'agent')
  lead = await app.staff('Lea', 'duty_lead')
})
afterAll(() => app.close())

let counter = 0
async function arrives(text = 'Hello, where is my parcel please?') {
  const visitor = await app.visitor()
  const { conversation } = await visitor.client.widget.sendMessage({
    body: { key: `by-hand-${++counter}`, text },
  })
  const found = await app.platform.pool.query<{ id: number }>(
    'select id from conversation where public_id = $1',
    [conversation],
  )
  return { id: found.rows[0]?.id ?? 0, publicId: conversation, visitor }
}

async function taken(agent: Agent): Promise<number> {
  const { id } = await arrives()
  await agent.client.conversation.takeConversation({ params: { conversationId: id } })
  return id
}

const offer = (from: Agent, conversationId: number, body: object) =>
  from.client.assignment.offerTransfer({
    params: { conversationId },
    body: { reason: 'Knows better', ...body },
  })
const row = (conversationId: number) =>
  app.owner.client.conversation.getConversation({ params: { conversationId } })
const had = async (conversationId: number) => {
  const { assignments } = await app.owner.client.assignment.listAssignments({ params: { conversationId } })
  return assignments.map((one) => [one.staffId, one.how, one.endedHow])
}

test('the sender keeps it until the receiver accepts; declining leaves it with a notice', async () => {
  const id = await taken(ann)
  const { transfer } = await offer(ann, id, { staffId: bob.staffId, summary: 'Parcel lost' })
  expect(transfer).toMatchObject({ number: 1, toName: 'Bob', state: 'offered', toLead: false })
  expect((await row(id)).assigneeId).toBe(ann.staffId)
  await expect(offer(ann, id, { staffId: lead.staffId })).rejects.toMatchObject({ code: 'transfer_open' })
  expect((await bob.client.assignment.listTransferOffers()).toMe).toMatchObject([{ id: transfer.id }])
  expect((await ann.client.assignment.listTransferOffers()).fromMe).toMatchObject([{ id: transfer.id }])
  const params = { transferId: transfer.id }
  await expect(lead.client.assignment.acceptTransfer({ params })).rejects.toMatchObject({
    code: 'transfer_not_found',
  })
  await bob.client.assignment.declineTransfer({ params, body: { reason: 'Lunch' } })
  expect((await row(id)).assigneeId).toBe(ann.staffId)
  expect((await ann.client.notice.listNotices({ query: {} })).notices[0]).toMatchObject({
    kind: 'transfer_declined',
    conversationId: id,
  })
  await expect(bob.client.assignment.acceptTransfer({ params })).rejects.toMatchObject({
    code: 'transfer_settled',
  })
})

test('an offer that nobody accepts returns after a minute', async () => {
  const id = await taken(ann)
  const { transfer } = await offer(ann, id, { staffId: bob.staffId })
  moment += 61_000
  await returnExpired(app.platform)
  const { transfers } = await ann.client.assignment.listTransfers({ params: { conversationId: id } })
  expect(transfers).toMatchObject([{ id: transfer.id, state: 'returned' }])
  expect((await row(id)).assigneeId).toBe(ann.staffId)
})

test('of a team the first to accept gets it, once, also when two accept at the same moment', async () => {
  const { teamId } = await app.owner.client.team.createTeam({
    body: { name: 'Returns', memberIds: [bob.staffId, lead.staffId] },
  })
  const id = await taken(ann)
  const { transfer } = await offer(ann, id, { teamId })
  const params = { transferId: transfer.id }
  const both = await Promise.allSettled([
    bob.client.assignment.acceptTransfer({ params }),
    lead.client.assignment.acceptTransfer({ params }),
  ])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const winner = both[0]?.status === 'fulfilled' ? bob.staffId : lead.staffId
  expect((await row(id)).assigneeId).toBe(winner)
})

test('the third transfer goes to the duty lead, whoever was named', async () => {
  const id = await taken(ann)
  const pass = async (from: Agent, to: Agent) => {
    const { transfer } = await offer(from, id, { staffId: to.staffId })
    await to.client.assignment.acceptTransfer({ params: { transferId: transfer.id } })
  }
  await pass(ann, bob)
  await pass(bob, ann)
  const { transfer } = await offer(ann, id, { staffId: bob.staffId })
  expect(transfer).toMatchObject({ number: 3, toStaffId: lead.staffId, toLead: true })
  await lead.client.assignment.acceptTransfer({ params: { transferId: transfer.id } })
  await expect
    .poll(() => had(id))
    .toEqual([
      [lead.staffId, 'transfer', null],
      [ann.staffId, 'transfer', 'transferred'],
      [bob.staffId, 'transfer', 'transferred'],
      [ann.staffId, 'take', 'transferred'],
    ])
})

test('a supervisor assigns past capacity and presence, and moves many at once; what cannot move is named', async () => {
  await setPresence(app, bob.staffId, { state: 'offline', capacity: 0 })
  const one = await arrives()
  const params = { conversationId: one.id }
  await expect(
    ann.client.assignment.assignConversation({ params, body: { staffId: bob.staffId } }),
  ).rejects.toMatchObject({ status: 403 })
  await lead.client.assignment.assignConversation({ params, body: { staffId: bob.staffId, reason: 'VIP' } })
  await expect.poll(() => had(one.id)).toEqual([[bob.staffId, 'override', null]])
  const two = await arrives()
  const moved = await lead.client.assignment.moveConversations({
    body: { conversationIds: [one.id, two.id, 999_999], staffId: ann.staffId },
  })
  expect(moved).toEqual({
    movedIds: [one.id, two.id],
    refused: [{ conversationId: 999_999, code: 'conversation_not_found' }],
  })
  const back = await lead.client.assignment.moveConversations({
    body: { conversationIds: [one.id], queue: true },
  })
  expect(back.movedIds).toEqual([one.id])
  expect(await row(one.id)).toMatchObject({ state: 'queued', assigneeId: null })
})

test('a policy sorts what waits by skill; its versions stay, and a stale change is refused', async () => {
  const { brandId, shopId } = app
  const skill = await app.platform.pool.query<{ id: number }>(
    `insert into skill (brand_id, name, created_at) values ($1, '{"en": "Returns"}', now()) returning id`,
    [brandId],
  )
  const skillId = skill.rows[0]?.id ?? 0
  const rules = [
    { name: 'Returns', when: { shopIds: [shopId] }, skills: [{ skillId, level: 3 }], priority: 2 },
  ]
  const put = (version: number, policy: object) =>
    app.owner.client.assignment.putAssignmentPolicy({ params: { brandId }, body: { version, policy } })
  await expect(put(0, { rules: [{ name: 'X', skills: [{ skillId: 99_999 }] }] })).rejects.toMatchObject({
    code: 'policy_reference_unknown',
  })
  const waits = await arrives()
  expect(await put(0, { rules })).toEqual({ version: 1 })
  await expect(put(0, { rules })).rejects.toMatchObject({ code: 'policy_changed' })
  const asked = async () => {
    const { waiting } = await app.owner.client.assignment.explainAssignment({
      params: { conversationId: waits.id },
    })
    return [waiting?.asked.skills, waiting?.candidates.skills[0]?.count]
  }
  await expect.poll(asked, { timeout: 5_000 }).toEqual([[{ skillId, level: 3, required: true }], 4])
  const old = await app.owner.client.assignment.getAssignmentPolicy({
    params: { brandId },
    query: { version: 0 },
  })
  expect(old.policy.rules).toEqual([])
  await put(1, {})
})

test('customers learn their place honestly, and what they leave is answered first', async () => {
  await app.platform.pool.query(
    `update conversation set state = 'ended', ended_at = now(), assignee_id = null where state <> 'ended'`,
  )
  await app.platform.pool.query('delete from queue_entry')
  const first = await arrives()
  moment += 1_000
  const later = await arrives()
  const place = (one: typeof first) =>
    one.visitor.client.widget.getQueuePlace({ params: { conversation: one.publicId } })
  await expect.poll(async () => (await place(later)).place).toBe(2)
  expect(await place(first)).toEqual({
    waiting: true,
    place: 1,
    expectedSeconds: null,
    onDuty: false,
    leftAt: null,
  })
  await later.visitor.client.widget.leaveMessage({ params: { conversation: later.publicId } })
  expect(await place(later)).toMatchObject({ place: 1, leftAt: new Date(moment).toISOString() })
  const { conversations } = await ann.client.conversation.listConversations({ query: { view: 'offline' } })
  expect(conversations.map((one) => one.id)).toEqual([later.id])
  expect(await ann.client.assignment.takeNext()).toEqual({ conversationId: later.id })
  expect(await ann.client.assignment.takeNext()).toEqual({ conversationId: first.id })
  expect(await ann.client.assignment.takeNext()).toEqual({ conversationId: null })
})

test('a simulation compares two sides, and gives the same each time', async () => {
  const { brandId } = app
  const run = async () => {
    const { simulationId } = await app.owner.client.assignment.startSimulation({
      params: { brandId },
      body: {
        from: new Date(moment - 86_400_000).toISOString(),
        to: new Date(moment + 86_400_000).toISOString(),
        a: { withoutStaffIds: [bob.staffId, lead.staffId], capacity: 0.25 },
        b: { extraAgents: 5 },
      },
    })
    const look = () => app.owner.client.assignment.getSimulation({ params: { simulationId } })
    await expect.poll(async () => (await look()).finishedAt !== null, { timeout: 15_000 }).toBe(true)
    return (await look()).result
  }
  const result = await run()
  expect(result?.a.arrivals).toBeGreaterThan(5)
  expect(result?.b.arrivals).toBe(result?.a.arrivals)
  expect(result?.b.waiting).toBe(0)
  expect(result?.a.assigned).toBe(0)
  expect(result?.b.agents.length).toBe((result?.a.agents.length ?? 0) + 7)
  expect(await run()).toEqual(result)
})
