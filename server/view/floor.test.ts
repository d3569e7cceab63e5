import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let amy: Caller & { staffId: number }
let lead: Caller & { staffId: number }
beforeAll(async () => {
  app = await testApp()
  amy = await app.staff('Amy', 'agent')
  lead = await app.staff('Lea', 'duty_lead')
})
afterAll(() => app.close())

let keys = 0

/** A customer of this name asks something; answers the conversation's number. */
async function asked(name: string, text: string): Promise<number> {
  const customer = await app.visitor({ name })
  keys += 1
  await customer.client.widget.sendMessage({ body: { key: `floor-asks-${keys}`, text } })
  const { rows } = await app.platform.pool.query('select max(id) as id from conversation')
  return rows[0].id
}

const query = (sql: string, values: unknown[]) => app.platform.pool.query(sql, values)

test('the floor shows who waits, who has what in hand, and since when', async () => {
  const first = await asked('Lin', '我的灯笼什么时候发货？')
  const second = await asked('Wen', '我的灯笼什么时候发货？')
  await asked('Max', 'Where is my parcel? It has been two weeks.')
  await query(`update conversation set offline_message_at = now() - interval '8 h' where id = $1`, [second])
  const inHand = await asked('Ada', 'Do you ship to Spain? I need it for Friday.')
  await amy.client.conversation.takeConversation({ params: { conversationId: inHand } })

  const floor = await lead.client.floor.getFloor({ query: {} })
  const chinese = floor.queues.find(({ language }) => language === 'zh')
  expect(chinese).toMatchObject({
    shopId: app.shopId,
    teamId: null,
    waiting: 1,
    longestId: first,
    offline: 1,
  })
  expect(floor.queues.find(({ language }) => language === 'en')).toMatchObject({ waiting: 1, offline: 0 })
  const agent = floor.agents.find(({ staffId }) => staffId === amy.staffId)
  expect(agent).toMatchObject({
    name: 'Amy',
    inService: 1,
    waitingCustomer: 0,
    unansweredId: inHand,
    used: 1,
  })

  const talks = await lead.client.floor.listFloorTalks({ query: { staffId: amy.staffId } })
  expect(talks.conversations.map(({ id }) => id)).toEqual([inHand])
  const queue = await lead.client.floor.listFloorTalks({
    query: { shopId: app.shopId, teamId: 0, language: 'zh' },
  })
  expect(queue.conversations.map(({ id }) => id)).toEqual([first, second])

  await amy.client.message.reply({
    params: { conversationId: inHand },
    body: { key: 'floor-answer-1', text: 'Yes, we do.' },
  })
  const after = await lead.client.floor.getFloor({ query: {} })
  expect(after.agents.find(({ staffId }) => staffId === amy.staffId)).toMatchObject({
    inService: 0,
    waitingCustomer: 1,
    unansweredSince: null,
  })
})

test('promises at risk and overdue stand on the floor, clocks with them, the nearest first', async () => {
  const id = await asked('Tom', 'Please call me back')
  await amy.client.conversation.takeConversation({ params: { conversationId: id } })
  const promised = (minutes: number, settled: boolean) =>
    query(
      `insert into promise (brand_id, conversation_id, customer_id, staff_id, kind, what, due_at, state, settled_at,
         made_at)
       select brand_id, id, customer_id, $2, 'call', 'Call back', now() + make_interval(mins => $3::int),
         case when $4 then 'kept' else 'open' end, case when $4 then now() end, now()
       from conversation where id = $1`,
      [id, amy.staffId, minutes, settled],
    )
  await promised(10, false)
  await promised(-10, false)
  await promised(-20, true)
  await promised(300, false)
  const warned = await asked('Una', 'Is anybody there?')
  await query(
    `update conversation set warn_at = now() - interval '1 min', due_at = now() + interval '1 min', due_kind = 'round'
     where id = $1`,
    [warned],
  )
  const { counts, risks } = await lead.client.floor.getFloor({ query: {} })
  expect(counts).toEqual({ clocksWarned: 1, clocksOverdue: 0, promisesAtRisk: 1, promisesOverdue: 1 })
  expect(risks.map(({ kind, conversationId }) => [kind, conversationId])).toEqual([
    ['promise', id],
    ['round', warned],
    ['promise', id],
  ])

  const day = await amy.client.day.getMyDay()
  expect(day.promises).toHaveLength(3)
  expect(day.promises[0]).toMatchObject({ customerName: 'Tom', what: 'Call back', conversationId: id })
  expect(day.unanswered.map((row) => row.id)).toContain(id)
})

test('a day begins with what is offered and what was left open', async () => {
  const bea = await app.staff('Bea', 'agent')
  const inside = await asked('Ida', 'The parcel is lost')
  const params = { conversationId: inside }
  await bea.client.conversation.takeConversation({ params })
  await bea.client.message.reply({ params, body: { key: 'floor-answer-2', text: 'I ask the carrier.' } })
  await bea.client.conversation.waitInside({ params })
  const silent = await asked('Udo', 'Which size?')
  const other = { conversationId: silent }
  await bea.client.conversation.takeConversation({ params: other })
  await bea.client.message.reply({
    params: other,
    body: { key: 'floor-answer-3', text: 'How tall are you?' },
  })
  await query(`update conversation set last_message_at = now() - interval '5 h' where id = $1`, [silent])
  const offered = await asked('Eve', 'An invoice, please')
  await query(
    `insert into transfer (brand_id, conversation_id, number, from_staff_id, to_staff_id, reason, summary, state,
       offered_at, expires_at)
     select brand_id, id, 1, $2, $3, 'invoices are yours', 'No tax number yet', 'offered', now(), now() + interval '1 min'
     from conversation where id = $1`,
    [offered, amy.staffId, bea.staffId],
  )
  const day = await bea.client.day.getMyDay()
  expect(day.followUps.map(({ id }) => id)).toEqual([silent, inside])
  expect(day.offers).toMatchObject([{ conversationId: offered, fromName: 'Amy', customerName: 'Eve' }])
  expect(day.figures).toMatchObject({ served: 2, threeMinutes: { kept: 2, of: 2 } })
  const { offers, followUps } = await amy.client.day.getMyDay()
  expect([offers, followUps]).toEqual([[], []])
})

test('whoever leads one team sees its people and its talks, and nothing else', async () => {
  const { client } = app.owner
  const { teamId } = await client.team.createTeam({
    body: { name: 'Night', brandId: app.brandId, memberIds: [amy.staffId] },
  })
  const night = await app.staff('Nia', 'supervisor', { teamId })
  const id = await asked('Zoe', 'Good evening')
  await query(`update conversation set team_id = $2 where id = $1`, [id, teamId])
  const floor = await night.client.floor.getFloor({ query: {} })
  expect(floor.queues).toMatchObject([{ teamId, waiting: 1, longestId: id }])
  expect(floor.agents.map(({ name }) => name)).toEqual(['Amy'])
  expect(floor.agents[0]).toMatchObject({ inService: 0, waitingCustomer: 0 })
  expect(floor.risks).toEqual([])
  const today = await night.client.floor.getFloorToday({ query: {} })
  expect(today.total).toMatchObject({ inbound: 1, answered: { kept: 0, of: 1 } })
})

test('nothing of one brand stands on the floor of another', async () => {
  const { client } = app.owner
  const { brandId } = await client.brand.createBrand({ body: { name: 'Cobalt' } })
  await client.shop.createShop({
    body: { brandId, name: 'Cobalt', timeZone: 'Europe/Madrid', languages: ['en'] },
  })
  const foreign = await app.staff('Fay', 'supervisor', { brandId })
  const floor = await foreign.client.floor.getFloor({ query: { shopId: app.shopId } })
  expect(floor.queues).toEqual([])
  expect(floor.agents).toEqual([])
  const today = await foreign.client.floor.getFloorToday({ query: {} })
  expect(today.total.inbound).toBe(0)
  expect(today.shops).toEqual([])
  const talks = await foreign.client.floor.listFloorTalks({ query: { staffId: amy.staffId } })
  expect(talks.conversations).toEqual([])
  // People who serve both brands are seen by both, with what they hold of the own brand only.
  const all = await foreign.client.floor.getFloor({ query: {} })
  expect(all.agents.find(({ staffId }) => staffId === amy.staffId)).toMatchObject({ inService: 0 })
})

test('an agent has a day and no floor', async () => {
  await expect(amy.client.floor.getFloor({ query: {} })).rejects.toMatchObject({ status: 403 })
  await expect(amy.client.floor.getFloorToday({ query: {} })).rejects.toMatchObject({ status: 403 })
})
