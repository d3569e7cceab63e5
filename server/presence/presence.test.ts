import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let moment = Date.parse('2026-11-11T01:00:00Z')
let ada: Caller & { staffId: number }
let ben: Caller & { staffId: number }
let lead: Caller & { staffId: number }
let stranger: Caller & { staffId: number }
let teamId: number
let restId: number

beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
  const { client } = app.owner
  const other = await client.brand.createBrand({ body: { name: 'Harbour' } })
  ada = await app.staff('Ada', 'agent', { brandId: app.brandId })
  ben = await app.staff('Ben', 'agent', { shopId: app.shopId })
  lead = await app.staff('Lena', 'duty_lead', { brandId: app.brandId })
  stranger = await app.staff('Sam', 'supervisor', { brandId: other.brandId })
  const memberIds = [ada.staffId, ben.staffId]
  teamId = (await client.team.createTeam({ body: { brandId: app.brandId, name: 'Day', memberIds } })).teamId
  restId = (await client.presence.listBreakKinds()).kinds[0]?.id ?? 0
})
afterAll(() => app.close())

beforeEach(async () => {
  moment += 60_000
  await app.owner.client.presence.setBreakQuota({ params: { teamId }, body: { mostOnBreak: null } })
  for (const who of [ada, ben]) await who.client.presence.setMyPresence({ body: { state: 'online' } })
})

const rest = (who: Caller) =>
  who.client.presence.setMyPresence({ body: { state: 'break', breakKindId: restId } })
const history = async (who: Caller & { staffId: number }) =>
  (await who.client.presence.listPresenceHistory({ params: { staffId: who.staffId }, query: {} })).periods

test('who joins is offline, with the usual capacity and a history that begins there', async () => {
  const eve = await app.staff('Eve', 'agent', { brandId: app.brandId })
  const { presence } = await eve.client.presence.getMyPresence()
  expect(presence).toMatchObject({ state: 'offline', capacity: 8, peakCapacity: 15, used: 0 })
  expect(await history(eve)).toMatchObject([{ state: 'offline', cause: 'joined', endedAt: null }])
})

test('a break has the limit of its kind, and saying the same twice begins nothing anew', async () => {
  moment += 1000
  const first = await rest(ada)
  expect(Date.parse(first.presence.untilAt ?? '')).toBe(moment + 15 * 60_000)
  moment += 30_000
  expect((await rest(ada)).presence.since).toBe(first.presence.since)
  const [current, before] = await history(ada)
  expect(current).toMatchObject({ state: 'break', breakKindId: restId, cause: 'self', endedAt: null })
  expect(before?.endedAt).toBe(current?.startedAt)
})

test('a full team refuses the next break and tells who is away', async () => {
  await app.owner.client.presence.setBreakQuota({ params: { teamId }, body: { mostOnBreak: 1 } })
  await rest(ben)
  await expect(rest(ada)).rejects.toMatchObject({
    code: 'break_quota_used',
    data: { teamName: 'Day', mostOnBreak: 1, onBreak: [{ staffId: ben.staffId, name: 'Ben' }] },
  })
  expect((await ada.client.presence.getMyPresence()).presence.state).toBe('online')
})

test('two who want the last place at once: one of them gets it', async () => {
  await app.owner.client.presence.setBreakQuota({ params: { teamId }, body: { mostOnBreak: 1 } })
  for (let round = 0; round < 10; round++) {
    moment += 1000
    const answers = await Promise.allSettled([rest(ada), rest(ben)])
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    for (const who of [ada, ben]) await who.client.presence.setMyPresence({ body: { state: 'online' } })
  }
})

test('a lead pauses, sends on a break beyond the quota, and ends it; the history says who', async () => {
  await app.owner.client.presence.setBreakQuota({ params: { teamId }, body: { mostOnBreak: 0 } })
  const put = (body: { state: 'online' | 'paused' | 'break' | 'offline'; breakKindId?: number }) =>
    lead.client.presence.setPresence({ params: { staffId: ada.staffId }, body })
  moment += 1000
  expect((await put({ state: 'break', breakKindId: restId })).presence.state).toBe('break')
  moment += 1000
  expect((await put({ state: 'paused' })).presence.state).toBe('paused')
  expect((await history(ada)).slice(0, 2)).toMatchObject([
    { state: 'paused', cause: 'lead', byStaffId: lead.staffId },
    { state: 'break', cause: 'lead', byStaffId: lead.staffId },
  ])
  await put({ state: 'offline' })
  await expect(put({ state: 'online' })).rejects.toMatchObject({ code: 'presence_not_there' })
})

test('another brand neither sees nor moves them; an agent moves nobody else', async () => {
  const body = { state: 'paused' } as const
  const params = { staffId: ada.staffId }
  await expect(stranger.client.presence.setPresence({ params, body })).rejects.toMatchObject({
    code: 'presence_not_found',
  })
  await expect(ben.client.presence.setPresence({ params, body })).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await expect(ben.client.presence.listPresenceHistory({ params, query: {} })).rejects.toMatchObject({
    code: 'presence_not_found',
  })
  const seen = (await stranger.client.presence.listPresence()).people.map((one) => one.name)
  expect(seen).not.toContain('Ada')
  expect(seen).toContain('Sam')
  const people = (await ben.client.presence.listPresence()).people.map((one) => one.name)
  expect(people).toEqual(expect.arrayContaining(['Ada', 'Ben', 'Lena']))
  expect(people).not.toContain('Sam')
})

test('capacities are set together or not at all, by who leads all of them', async () => {
  const set = (who: Caller, staffIds: number[]) =>
    who.client.presence.setCapacities({
      body: { people: staffIds.map((staffId) => ({ staffId, capacity: 5.5, peakCapacity: 9 })) },
    })
  await expect(set(stranger, [stranger.staffId, ada.staffId])).rejects.toMatchObject({
    code: 'presence_not_found',
  })
  await set(lead, [ada.staffId, ben.staffId])
  for (const who of [ada, ben]) {
    expect((await who.client.presence.getMyPresence()).presence).toMatchObject({
      capacity: 5.5,
      peakCapacity: 9,
    })
  }
})

test('kinds of break are everybody’s: only a role without limits changes them', async () => {
  const body = { name: { en: 'Prayer' }, limitMinutes: 20 }
  await expect(lead.client.presence.createBreakKind({ body })).rejects.toMatchObject({ code: 'not_allowed' })
  const { breakKindId } = await app.owner.client.presence.createBreakKind({ body })
  await app.owner.client.presence.updateBreakKind({ params: { breakKindId }, body: { archived: true } })
  await expect(
    ada.client.presence.setMyPresence({ body: { state: 'break', breakKindId } }),
  ).rejects.toMatchObject({ code: 'break_kind_archived' })
})

test('every change is told to the person and their teams', async () => {
  await ada.client.presence.setMyPresence({ body: { state: 'paused' } })
  const { rows } = await app.platform.pool.query(
    `select data, audience from event where name = 'presence.changed' order by id desc limit 1`,
  )
  expect(rows[0]).toMatchObject({
    data: { staffId: ada.staffId, from: 'online', to: 'paused', cause: 'self', byStaffId: null },
    audience: [`staff:${ada.staffId}`, `team:${teamId}`],
  })
})

test('the history is read page by page, complete and without a gap', async () => {
  for (let turn = 0; turn < 60; turn++) {
    // Now and then the clock is set back.
    moment += turn % 7 === 0 ? -5_000 : 1_000
    await ada.client.presence.setMyPresence({ body: { state: turn % 2 ? 'online' : 'paused' } })
  }
  const all: Awaited<ReturnType<typeof history>> = []
  let before: string | undefined
  do {
    const page = await ada.client.presence.listPresenceHistory({
      params: { staffId: ada.staffId },
      query: before ? { before } : {},
    })
    all.push(...page.periods)
    before = page.next ?? undefined
  } while (before)
  expect(all.length).toBeGreaterThan(60)
  expect(all[0]?.endedAt).toBeNull()
  expect(all.at(-1)?.cause).toBe('joined')
  for (const [at, period] of all.entries()) {
    const next = all[at - 1]
    if (next) expect(period.endedAt).toBe(next.startedAt)
    if (period.endedAt) expect(period.endedAt >= period.startedAt).toBe(true)
  }
})
