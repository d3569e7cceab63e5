import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

/** Others' work on this machine may hold the log up for a moment. */
const soon = { timeout: 10_000 }

let app: TestApp
let owner: Caller['client']
let supervisor: Caller
let agent: Caller

const nine = [{ from: '09:00', to: '18:00' }]
const office = {
  timeZone: 'Asia/Shanghai',
  week: [nine, nine, nine, nine, nine, [], []],
  holidays: { country: 'CN' },
}
const targets = {
  first_response: { seconds: 3600 },
  round: null,
  holding: null,
  resolution: { seconds: 7200, runsOn: 'wall' as const },
}

beforeAll(async () => {
  // A Sunday afternoon in Shanghai; Monday is an ordinary day.
  let past = 0
  const start = Date.parse('2026-11-22T06:00:00Z')
  app = await testApp({ now: () => new Date(start + past++) })
  owner = app.owner.client
  supervisor = await app.staff('Sue', 'supervisor', { brandId: app.brandId })
  agent = await app.staff('Ann', 'agent')
})
afterAll(() => app.close())

const calendar = (name: string, definition = {}) =>
  owner.clock.createCalendar({
    body: { brandId: app.brandId, name, definition: { ...office, ...definition } },
  })

test('each new brand begins with a policy that works, around the clock', async () => {
  const other = await owner.brand.createBrand({ body: { name: 'Harbour' } })
  const policies = async (brandId: number) =>
    (await owner.clock.listPolicies()).policies.filter((policy) => policy.brandId === brandId)
  await expect.poll(() => policies(other.brandId), soon).toHaveLength(1)
  expect(await policies(app.brandId)).toMatchObject([
    {
      version: 1,
      definition: {
        calendarId: null,
        targets: {
          first_response: { seconds: 300, warnSeconds: 100 },
          round: { seconds: 180 },
          holding: { seconds: 180 },
          resolution: { seconds: 86_400 },
        },
      },
    },
  ])
})

test('a question on a Sunday is due within the hours of Monday; a promise by the wall clock is not', async () => {
  const { calendarId } = await calendar('Office')
  const { policyId } = await owner.clock.createPolicy({
    body: {
      brandId: app.brandId,
      name: 'Shop hours',
      definition: { match: { shopIds: [app.shopId] }, calendarId, targets },
    },
  })
  const visitor = await app.visitor()
  await visitor.client.widget.sendMessage({ body: { key: 'on-a-sunday', text: 'Anybody there?' } })
  const { conversations } = await agent.client.conversation.listConversations({ query: { view: 'queue' } })
  const params = { conversationId: conversations[0]?.id ?? 0 }
  const list = async () => (await agent.client.clock.listClocks({ params })).clocks
  await expect.poll(list, soon).toHaveLength(2)
  const due = new Map((await list()).map((clock) => [clock.kind, clock]))
  expect(due.get('first_response')?.dueAt).toBe('2026-11-23T02:00:00.000Z')
  const resolution = due.get('resolution')
  expect(Date.parse(resolution?.dueAt ?? '') - Date.parse(resolution?.startedAt ?? '')).toBe(7_200_000)

  await owner.clock.updateCalendar({
    params: { calendarId },
    body: { definition: { ...office, week: [[], ...office.week.slice(1)] } },
  })
  const clockId = due.get('first_response')?.id ?? 0
  expect(await agent.client.clock.explainClock({ params: { clockId } })).toMatchObject({
    dueAt: '2026-11-23T02:00:00.000Z',
    calendar: { name: 'Office', version: 1, changedSince: true, timeZone: 'Asia/Shanghai' },
    policy: { name: 'Shop hours', changedSince: false },
  })

  const archive = () => owner.clock.updateCalendar({ params: { calendarId }, body: { archived: true } })
  await expect(archive()).rejects.toMatchObject({ code: 'calendar_in_use' })
  await owner.clock.updatePolicy({ params: { policyId }, body: { archived: true } })
  await archive()
  await expect(
    owner.clock.updatePolicy({ params: { policyId }, body: { archived: false } }),
  ).rejects.toMatchObject({ code: 'calendar_not_found' })
})

test('a month shows China’s holidays closed and its make-up workdays open', async () => {
  const { days } = await agent.client.clock.previewCalendar({
    body: { definition: { ...office, holidays: { country: 'CN', makeUpAs: 5 } }, month: '2026-10' },
  })
  const on = (date: string) => days.find((day) => day.date === date)
  expect(on('2026-10-01')).toMatchObject({ reason: 'holiday', name: { 'zh-CN': '国庆节' }, spans: [] })
  expect(on('2026-10-10')).toMatchObject({ reason: 'make_up', intervals: nine })
  expect(on('2026-10-12')).toMatchObject({
    reason: 'week',
    spans: [{ from: '2026-10-12T01:00:00.000Z', to: '2026-10-12T10:00:00.000Z' }],
  })
})

test('holidays of many countries and their regions are on offer, with their names', async () => {
  const { countries } = await agent.client.clock.listHolidayCountries()
  expect(countries.find((one) => one.code === 'DE')).toMatchObject({
    name: { en: 'Germany', 'zh-CN': '德国' },
    makeUp: false,
    regions: expect.arrayContaining([{ code: 'BY', name: expect.any(String) }]),
  })
  expect(countries.find((one) => one.code === 'CN')?.makeUp).toBe(true)
  const inBavaria = await agent.client.clock.listHolidays({
    query: { country: 'DE', region: 'BY', year: 2026 },
  })
  expect(inBavaria.days).toContainEqual(
    expect.objectContaining({
      date: '2026-01-06',
      name: expect.objectContaining({ de: 'Heilige Drei Könige' }),
    }),
  )
  await expect(
    agent.client.clock.listHolidays({ query: { country: 'XX', year: 2026 } }),
  ).rejects.toMatchObject({ code: 'holiday_country_unknown' })
  await expect(calendar('Nowhere', { holidays: { country: 'DE', region: 'ZZ' } })).rejects.toMatchObject({
    code: 'holiday_country_unknown',
  })
})

test('a calendar that never serves is refused with all its faults', async () => {
  const week = [[], [], [], [], [], [], []]
  await expect(calendar('Never', { week, timeZone: 'Mars/Base' })).rejects.toMatchObject({
    code: 'input_invalid',
    faults: expect.arrayContaining([expect.objectContaining({ code: 'time_zone' })]),
  })
  await expect(calendar('Never', { week })).rejects.toMatchObject({
    faults: [{ path: 'body.definition.week', code: 'no_service_time' }],
  })
})

test('names are taken within a brand, and policies keep their order', async () => {
  await calendar('Night')
  await expect(calendar('night')).rejects.toMatchObject({ code: 'calendar_name_taken' })
  const make = (name: string) =>
    owner.clock.createPolicy({ body: { brandId: app.brandId, name, definition: { targets } } })
  const { policyId: one } = await make('One')
  const { policyId: two } = await make('Two')
  await expect(make('two')).rejects.toMatchObject({ code: 'clock_policy_name_taken' })
  const open = async () =>
    (await owner.clock.listPolicies()).policies.filter((p) => p.brandId === app.brandId && !p.archived)
  const ids = (await open()).map((policy) => policy.id)
  const order = (policyIds: number[]) =>
    owner.clock.orderPolicies({ body: { brandId: app.brandId, policyIds } })
  await expect(order([one, two])).rejects.toMatchObject({ code: 'clock_policy_order_incomplete' })
  await order([two, one, ...ids.filter((id) => id !== one && id !== two)])
  expect((await open()).slice(0, 2).map((policy) => policy.name)).toEqual(['Two', 'One'])
})

test('a policy names only what its brand has', async () => {
  const other = await owner.brand.createBrand({ body: { name: 'Cobalt' } })
  const make = (match: object) =>
    owner.clock.createPolicy({
      body: { brandId: other.brandId, name: 'Foreign', definition: { match, targets } },
    })
  await expect(make({ shopIds: [app.shopId] })).rejects.toMatchObject({ code: 'clock_match_unknown' })
  const { calendarId } = await calendar('Ours')
  await expect(
    owner.clock.createPolicy({
      body: { brandId: other.brandId, name: 'Foreign', definition: { calendarId, targets } },
    }),
  ).rejects.toMatchObject({ code: 'calendar_not_found' })
})

test('supervisors of the brand manage its clocks, agents look at them', async () => {
  const body = { brandId: app.brandId, name: 'Sue’s', definition: office }
  const { calendarId } = await supervisor.client.clock.createCalendar({ body })
  await expect(agent.client.clock.createCalendar({ body })).rejects.toMatchObject({ code: 'not_allowed' })
  const { calendars } = await agent.client.clock.listCalendars()
  expect(calendars.map((one) => one.id)).toContain(calendarId)
})
