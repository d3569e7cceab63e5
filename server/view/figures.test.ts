import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DayFigures, dayFigures, type Hand, ownFigures, type Talk } from '../../domain/metric/figures.ts'
import type { TalkLine } from '../../domain/metric/rounds.ts'
import type { Spread } from '../../domain/metric/spread.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

/** Four in the afternoon in Shanghai, where the shop is; one in the morning in Los Angeles, where the other is. */
const now = new Date('2026-03-10T08:00:00Z')
/** Midnight of that day at each shop; Los Angeles has been on summer time since two days before. */
const dayStarts = [Date.parse('2026-03-09T16:00:00Z'), Date.parse('2026-03-10T07:00:00Z')] as const

let app: TestApp
let people: (Caller & { staffId: number })[]
let staffIds: number[]
let shops: { shopId: number; channelId: number }[]
beforeAll(async () => {
  app = await testApp({ now: () => now })
  people = [await app.staff('Amy', 'agent'), await app.staff('Bea', 'agent')]
  staffIds = people.map((person) => person.staffId)
  const { shopId } = await app.owner.client.shop.createShop({
    body: { brandId: app.brandId, name: 'Lantern West', timeZone: 'America/Los_Angeles', languages: ['en'] },
  })
  const { channels } = await app.owner.client.channel.listChannels()
  const channelId = channels.find((one) => one.shopId === shopId)?.id ?? 0
  shops = [
    { shopId: app.shopId, channelId: app.channelId },
    { shopId, channelId },
  ]
})
afterAll(() => app.close())

interface Made {
  readonly shop: 0 | 1
  readonly talk: Talk
  readonly assigneeId: number | null
}

const line = fc.record({
  /** Seconds after the line before. */
  after: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 30_000 })),
  who: fc.constantFrom('customer', 'customer', 'system', 0, 1),
  kind: fc.constantFrom('message', 'message', 'message', 'note', 'step'),
  recalled: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

/** A talk of any kind that began within the last day and a half; its hands follow each other without a gap. */
const made = fc
  .record({
    shop: fc.constantFrom(0 as const, 1 as const),
    startedBefore: fc.integer({ min: 0, max: 130_000 }),
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    spam: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    hands: fc.array(
      fc.record({ holder: fc.constantFrom(0, 1), seconds: fc.integer({ min: 1, max: 20_000 }) }),
      { maxLength: 4 },
    ),
    held: fc.boolean(),
  })
  .map(({ shop, startedBefore, lines, spam, hands, held }): Made => {
    const startedAt = now.getTime() - startedBefore * 1000
    let at = startedAt
    const said = lines.flatMap(({ after, who, kind, recalled }): TalkLine[] => {
      at += after * 1000
      if (at > now.getTime()) return []
      const staff = typeof who === 'number'
      const by = staff ? 'staff' : (who as 'customer' | 'system')
      return [
        { at, kind: kind as TalkLine['kind'], by, staffId: staff ? (staffIds[who] ?? 0) : null, recalled },
      ]
    })
    let from = startedAt
    const stretches = hands.flatMap(({ holder, seconds }): Hand[] => {
      const to = from + seconds * 1000
      const stretch = { staffId: staffIds[holder] ?? 0, from, to }
      from = to
      return to < now.getTime() ? [stretch] : []
    })
    const last = stretches.at(-1)
    const open = last && held ? [...stretches.slice(0, -1), { ...last, to: null }] : stretches
    return {
      shop,
      talk: { dayStart: dayStarts[shop], startedAt, spam, lines: said, hands: open },
      assigneeId: last && held ? last.staffId : null,
    }
  })

test('the server gives the very figures that the rules give, whatever was said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(made, { maxLength: 8 }), async (talks) => {
      await write(talks)
      const today = await app.owner.client.floor.getFloorToday({ query: {} })
      expectFigures(
        today.total,
        dayFigures(
          talks.map(({ talk }) => talk),
          now.getTime(),
        ),
      )
      for (const [index, { shopId }] of shops.entries()) {
        const own = talks.filter(({ shop }) => shop === index).map(({ talk }) => talk)
        const { shops: parts } = await app.owner.client.floor.getFloorToday({ query: { shopId } })
        const part = parts.find((one) => one.shopId === shopId)
        if (part) expectFigures(part, dayFigures(own, now.getTime()))
        else expect(dayFigures(own, now.getTime())).toMatchObject({ inbound: 0, answered: { of: 0 } })
        if (part) expect(Date.parse(part.dayStart)).toBe(dayStarts[index])
      }
      for (const { client, staffId } of people) {
        const { figures } = await client.day.getMyDay()
        const rules = ownFigures(
          talks.map(({ talk }) => talk),
          staffId,
          now.getTime(),
        )
        expect(figures.served).toBe(rules.served)
        expect(figures.threeMinutes).toEqual(rules.threeMinutes)
        expectSpread(figures.firstResponse, rules.firstResponse)
        expectSpread(figures.averageResponse, rules.averageResponse)
      }
    }),
    { numRuns: 60, seed: 7 },
  )
}, 120_000)

function expectFigures(served: DayFigures, rules: DayFigures): void {
  expect(served.inbound).toBe(rules.inbound)
  expect(served.answered).toEqual(rules.answered)
  expect(served.threeMinutes).toEqual(rules.threeMinutes)
  expectSpread(served.firstResponse, rules.firstResponse)
}

/** The same but for the last digit of a sum of floating-point numbers. */
function expectSpread(served: Spread | null, rules: Spread | null): void {
  expect(served?.count).toBe(rules?.count)
  for (const name of ['mean', 'median', 'p90'] as const)
    if (rules) expect(Math.abs((served?.[name] ?? 0) - rules[name])).toBeLessThan(0.01)
}

/** Puts these talks in the place of those before, past the product: no rule of it may help the figures. */
async function write(talks: readonly Made[]): Promise<void> {
  const client = await app.platform.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query('delete from message')
    await client.query('delete from assignment')
    await client.query('delete from conversation')
    for (const [index, { shop, talk, assigneeId }] of talks.entries()) {
      const id = index + 1
      const last = talk.lines.at(-1)?.at ?? talk.startedAt
      await client.query(
        `insert into conversation (id, public_id, brand_id, shop_id, channel_id, customer_id, state, assignee_id, spam,
           last_message_at, active_at, enqueued_at, started_at)
         overriding system value
         values ($1::bigint, md5($1::bigint::text), $2, $3, $4, $1::bigint, $5, $6, $7, $8, date_trunc('minute', $8::timestamptz), $9, $9)`,
        [
          id,
          app.brandId,
          shops[shop]?.shopId,
          shops[shop]?.channelId,
          assigneeId === null ? 'ended' : 'in_service',
          assigneeId,
          talk.spam,
          new Date(last),
          new Date(talk.startedAt),
        ],
      )
      for (const [at, line] of talk.lines.entries()) {
        await client.query(
          `insert into message (brand_id, conversation_id, seq, kind, author_kind, author_id, text, created_at,
             recalled_at) values ($1, $2, $3, $4, $5, $6, '', $7, $8)`,
          [
            app.brandId,
            id,
            at + 1,
            line.kind,
            line.by,
            line.staffId,
            new Date(line.at),
            line.recalled ? now : null,
          ],
        )
      }
      for (const { staffId, from, to } of talk.hands) {
        await client.query(
          `insert into assignment (brand_id, conversation_id, staff_id, how, reason, queued_at, decided_at, ended_at)
           values ($1, $2, $3, 'take', '{}', $4, $4, $5)`,
          [app.brandId, id, staffId, new Date(from), to === null ? null : new Date(to)],
        )
      }
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
