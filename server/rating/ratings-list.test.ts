import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { endResolved } from '../conversation/actions/close.ts'
import { logState } from '../platform/event-log/lag.ts'

let app: TestApp
let amy: Caller & { staffId: number }
let bo: Caller & { staffId: number }
let inspector: Caller
let stranger: Caller
let moment = Date.parse('2026-11-24T09:00:00Z')
/** Scores by agent; null was not answered. Two days. */
const days: Record<'Amy' | 'Bo', (number | null)[]>[] = [
  { Amy: [5, 5, 5, null], Bo: [1, 4] },
  { Amy: [5, 5], Bo: [null, null, 3] },
]

beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
  amy = await app.staff('Amy', 'agent')
  bo = await app.staff('Bo', 'agent')
  inspector = await app.staff('Ines', 'inspector', { shopId: app.shopId })
  const other = await app.owner.client.brand.createBrand({ body: { name: 'Cobalt' } })
  stranger = await app.staff('Sven', 'supervisor', { brandId: other.brandId })
  let counter = 0
  for (const day of days) {
    for (const [who, scores] of [
      [amy, day.Amy],
      [bo, day.Bo],
    ] as const) {
      for (const score of scores) {
        const visitor = await app.visitor({ name: `Customer ${++counter}` })
        const { conversation } = await visitor.client.widget.sendMessage({
          body: { key: `list-key-${counter}`, text: 'Hello' },
        })
        const { rows } = await app.platform.pool.query('select id from conversation where public_id = $1', [
          conversation,
        ])
        const params = { conversationId: rows[0].id }
        await who.client.message.reply({ params, body: { key: `list-reply-${counter}`, text: 'Hi' } })
        await who.client.conversation.resolveConversation({
          params,
          body: { topicId: null, outcome: 'solved' },
        })
        moment += 16 * 60_000
        await endResolved(app.platform)
        await vi.waitFor(async () => expect((await logState(app.platform)).lag.rating_invitation).toBe(0), {
          timeout: 10_000,
        })
        if (score !== null)
          await visitor.client.widget.rateConversation({
            params: { conversation },
            body: { score, solved: score > 3 },
          })
      }
    }
    moment = Date.parse('2026-11-25T09:00:00Z')
  }
})
afterAll(() => app.close())

const summary = (
  who: Caller,
  query: Parameters<Caller['client']['rating']['summariseRatings']>[0]['query'],
) => who.client.rating.summariseRatings({ query })
const list = (who: Caller, query: Parameters<Caller['client']['rating']['listRatings']>[0]['query'] = {}) =>
  who.client.rating.listRatings({ query })

test('the summary says how many were asked and answered, and the share with its interval', async () => {
  const { all, parts } = await summary(inspector, { by: 'staff' })
  expect(all).toMatchObject({ asked: 11, answered: 8, good: 6, solved: 6, solvedAnswered: 8 })
  expect(all.satisfaction?.share).toBe(0.75)
  expect(parts.map(({ name, asked, answered, good }) => [name, asked, answered, good])).toEqual([
    ['Amy', 6, 5, 5],
    ['Bo', 5, 3, 1],
  ])
  expect(parts[0]?.satisfaction?.low).toBeCloseTo(0.5655175, 6)
})

test('card, table and rows agree, by agent, shop and day', async () => {
  for (const by of ['staff', 'shop', 'day'] as const) {
    const { all, parts } = await summary(inspector, { by, zone: 'Asia/Shanghai' })
    for (const figure of ['asked', 'answered', 'good', 'solved'] as const)
      expect(parts.reduce((sum, part) => sum + part[figure], 0)).toBe(all[figure])
  }
  const { parts } = await summary(inspector, { by: 'day', zone: 'Asia/Shanghai' })
  expect(parts.map(({ day, answered }) => [day, answered])).toEqual([
    ['2026-11-24', 5],
    ['2026-11-25', 3],
  ])
  for (const staffId of [amy.staffId, bo.staffId]) {
    const { all } = await summary(inspector, { staffId })
    const { ratings } = await list(inspector, { staffId })
    expect(ratings).toHaveLength(all.answered)
    expect(ratings.filter(({ score }) => (score ?? 0) >= 4)).toHaveLength(all.good)
  }
})

test('ratings come newest first, by score, agent, shop and time', async () => {
  const { ratings, next } = await list(inspector)
  expect(ratings.map(({ score }) => score)).toEqual([3, 5, 5, 4, 1, 5, 5, 5])
  expect(next).toBeNull()
  expect(ratings[0]).toMatchObject({ customerName: 'Customer 11', creditedName: 'Bo', solved: false })
  expect((await list(inspector, { score: 1 })).ratings.map(({ customerName }) => customerName)).toEqual([
    'Customer 5',
  ])
  const tomorrow = { from: '2026-11-25T00:00:00Z', to: '2026-11-26T00:00:00+08:00' }
  expect((await list(inspector, tomorrow)).ratings).toHaveLength(3)
  expect((await list(inspector, { shopId: app.shopId + 1000 })).ratings).toHaveLength(0)
})

test('an agent sees the ratings credited to them and no others', async () => {
  const { ratings } = await list(bo)
  expect(ratings.map(({ score }) => score)).toEqual([3, 4, 1])
  expect((await summary(bo, { by: 'staff' })).parts.map(({ name }) => name)).toEqual(['Bo'])
  expect((await list(bo, { staffId: amy.staffId })).ratings).toHaveLength(0)
})

test('nothing crosses brands', async () => {
  expect((await list(stranger)).ratings).toHaveLength(0)
  expect((await summary(stranger, {})).all).toMatchObject({ asked: 0, satisfaction: null })
})

test('pages go on where the last one ended', async () => {
  await app.platform.pool.query(`
    insert into conversation (public_id, brand_id, shop_id, channel_id, customer_id, state, last_message_at, active_at,
      enqueued_at, started_at)
    select lpad(to_hex(n), 32, '0'), brand_id, shop_id, channel_id, customer_id, 'ended', started_at, started_at,
      started_at, started_at
    from conversation, generate_series(1, 40) n where id = (select min(id) from conversation)`)
  await app.platform.pool.query(`
    insert into rating (brand_id, conversation_id, shop_id, customer_id, invited_at, expires_at, score, rated_at,
      credited_staff_id, credited_replies, all_replies, credit_tied, resolved_at)
    select brand_id, id, shop_id, customer_id, started_at, started_at, 5, started_at, ${amy.staffId}, 1, 1, false,
      started_at
    from conversation c where not exists (select from rating r where r.conversation_id = c.id)`)
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await list(inspector, { after })
    seen.push(...page.ratings.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(48)
})
