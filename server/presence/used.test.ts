import { afterAll, beforeAll, expect, test } from 'vitest'
import { CallRefused } from '../../domain/client.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let agents: (Caller & { staffId: number })[]
let visitors: Caller[]

beforeAll(async () => {
  app = await testApp()
  agents = []
  for (const name of ['Ada', 'Ben', 'Eve', 'Kim']) agents.push(await app.staff(name, 'supervisor'))
  visitors = await Promise.all(Array.from({ length: 6 }, () => app.visitor()))
  await Promise.all(
    visitors.map((visitor, at) =>
      visitor.client.widget.sendMessage({ body: { key: `first-${at}-x`, text: 'Hi' } }),
    ),
  )
})
afterAll(() => app.close())

/** What everybody has in hand: as kept, and counted anew from the conversations. */
async function counts() {
  const { rows } = await app.platform.pool.query(
    `select p.staff_id, p.used, coalesce(sum(case
        when c.state = 'in_service' then h.units
        when c.state in ('waiting_customer', 'waiting_inside') then h.waiting_units else 0 end), 0) as counted
     from presence p left join conversation c on c.assignee_id = p.staff_id
     left join channel h on h.id = c.channel_id
     group by p.staff_id order by p.staff_id`,
  )
  return rows
}

/** The same choices in every run: a counter, no randomness. */
function choices(seed: number) {
  let state = seed
  return (count: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % count
  }
}

test('what everybody has in hand equals the recount after moves that race each other', async () => {
  const { rows } = await app.platform.pool.query<{ id: number }>('select id from conversation order by id')
  const ids = rows.map((row) => row.id)
  const move = async (worker: number, turn: number, pick: (count: number) => number) => {
    const who = agents[pick(agents.length)]
    const other = agents[pick(agents.length)]
    const conversationId = ids[pick(ids.length)] ?? 0
    const params = { conversationId }
    if (!who || !other) return
    const { conversation, message } = who.client
    const moves = [
      () => conversation.takeConversation({ params }),
      () => conversation.handOver({ params, body: { staffId: other.staffId, teamId: null, reason: '' } }),
      () => conversation.handOver({ params, body: { staffId: other.staffId, teamId: null, reason: '' } }),
      () => conversation.releaseConversation({ params }),
      () => conversation.waitInside({ params }),
      () => message.reply({ params, body: { key: `reply-${worker}-${turn}`, text: 'Yes' } }),
      () => conversation.resolveConversation({ params, body: { topicId: null, outcome: 'solved' } }),
      () => conversation.reopenConversation({ params }),
      () =>
        visitors[pick(visitors.length)]?.client.widget.sendMessage({
          body: { key: `more-${worker}-${turn}`, text: 'And?' },
        }),
    ]
    await moves[pick(moves.length)]?.()
  }
  const loads = [1, 2, 0.25, 1.5]
  const worker = async (number: number) => {
    const pick = choices(number * 7919 + 1)
    for (let turn = 0; turn < 60; turn++) {
      // What the table does not allow now is refused; anything else is a fault.
      await move(number, turn, pick).catch((error: unknown) => {
        if (!(error instanceof CallRefused) || error.status >= 500) throw error
      })
    }
  }
  const loader = async () => {
    for (const [turn, units] of [...loads, ...loads].entries()) {
      await app.owner.client.presence.setChannelLoad({
        params: { channelId: app.channelId },
        body: { units, waitingUnits: turn % 2 ? 0.5 : 0.25, wrapUpSeconds: 0 },
      })
    }
  }
  await Promise.all([...Array.from({ length: 6 }, (_, at) => worker(at + 1)), loader()])
  const all = await counts()
  expect(all.some((row) => row.counted > 0)).toBe(true)
  for (const row of all) expect(row.used).toBe(row.counted)
}, 60_000)
