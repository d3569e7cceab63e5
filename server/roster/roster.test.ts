import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { markReturns } from './actions/shift.ts'

let app: TestApp
let moment = Date.parse('2026-11-02T01:00:00Z')
let ada: Caller & { staffId: number }
let ben: Caller & { staffId: number }
let lead: Caller & { staffId: number }
let stranger: Caller & { staffId: number }
let teamId: number

beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
  const { client } = app.owner
  const other = await client.brand.createBrand({ body: { name: 'Harbour' } })
  ada = await app.staff('Ada', 'agent', { brandId: app.brandId })
  ben = await app.staff('Ben', 'agent', { brandId: app.brandId })
  lead = await app.staff('Lena', 'duty_lead', { brandId: app.brandId })
  stranger = await app.staff('Sam', 'supervisor', { brandId: other.brandId })
  const memberIds = [ada.staffId, ben.staffId]
  teamId = (await client.team.createTeam({ body: { brandId: app.brandId, name: 'Day', memberIds } })).teamId
})
afterAll(() => app.close())

const plan = (
  who: Caller,
  staffId: number,
  startsAt: string,
  endsAt: string,
  kind: 'work' | 'leave' = 'work',
) => who.client.roster.createShift({ body: { staffId, teamId, kind, startsAt, endsAt } })
const listed = async (from: string, to: string) =>
  (await ada.client.roster.listShifts({ query: { from, to, teamId } })).shifts

test('nobody stands on the roster twice at once; the refusal says where', async () => {
  const { shiftId } = await plan(lead, ada.staffId, '2026-11-09T01:00:00Z', '2026-11-09T09:00:00Z')
  await plan(lead, ada.staffId, '2026-11-09T09:00:00Z', '2026-11-09T13:00:00Z')
  await expect(
    plan(lead, ada.staffId, '2026-11-09T08:00:00Z', '2026-11-09T10:00:00Z', 'leave'),
  ).rejects.toMatchObject({
    code: 'shift_overlaps',
    data: { shiftId, kind: 'work', startsAt: '2026-11-09T01:00:00.000Z' },
  })
  await plan(lead, ben.staffId, '2026-11-09T08:00:00Z', '2026-11-09T10:00:00Z')
})

test('two who plan the same hours for somebody: one of them is refused', async () => {
  for (let day = 1; day <= 5; day++) {
    const at = `2026-12-0${day}`
    const answers = await Promise.allSettled(
      [lead, app.owner].map((who) => plan(who, ada.staffId, `${at}T01:00:00Z`, `${at}T09:00:00Z`)),
    )
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  }
})

test('a week is copied to the next by the clock on the wall; what overlaps is left out', async () => {
  await plan(lead, ada.staffId, '2026-11-17T01:00:00Z', '2026-11-17T05:00:00Z')
  const query = ['2026-11-15T16:00:00Z', '2026-11-22T16:00:00Z'] as const
  expect(await listed(...query)).toHaveLength(1)
  const copy = () =>
    lead.client.roster.copyWeek({
      params: { teamId },
      body: { from: '2026-11-08T16:00:00Z', timeZone: 'Asia/Shanghai' },
    })
  expect(await copy()).toMatchObject({ leftOut: 0, shiftIds: { length: 3 } })
  expect(await copy()).toMatchObject({ leftOut: 3, shiftIds: [] })
  expect((await listed(...query)).map((shift) => shift.startsAt)).toEqual([
    '2026-11-16T01:00:00.000Z',
    '2026-11-16T08:00:00.000Z',
    '2026-11-16T09:00:00.000Z',
    '2026-11-17T01:00:00.000Z',
  ])
})

test('a shift is moved and taken off; another brand neither sees nor plans it', async () => {
  const { shiftId } = await plan(lead, ben.staffId, '2026-11-25T01:00:00Z', '2026-11-25T09:00:00Z')
  const params = { shiftId }
  await lead.client.roster.updateShift({ params, body: { endsAt: '2026-11-25T07:00:00Z' } })
  await expect(
    lead.client.roster.updateShift({ params, body: { endsAt: '2026-11-24T07:00:00Z' } }),
  ).rejects.toMatchObject({ code: 'shift_length' })
  await expect(stranger.client.roster.updateShift({ params, body: { note: 'mine' } })).rejects.toMatchObject({
    code: 'shift_not_found',
  })
  const theirs = await stranger.client.roster.listShifts({
    query: { from: '2026-11-01T00:00:00Z', to: '2026-12-31T00:00:00Z' },
  })
  expect(theirs.shifts).toEqual([])
  await lead.client.roster.deleteShift({ params })
  expect(await listed('2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z')).toEqual([])
})

test('who was away for long comes back with a share that grows from their return', async () => {
  await plan(lead, ben.staffId, '2026-11-03T00:00:00Z', '2026-11-05T00:00:00Z', 'leave')
  await plan(lead, ben.staffId, '2026-11-05T00:00:00Z', '2026-11-07T00:00:00Z', 'leave')
  await plan(lead, ada.staffId, '2026-11-05T00:00:00Z', '2026-11-07T00:00:00Z', 'leave')
  moment = Date.parse('2026-11-07T02:00:00Z')
  expect(await markReturns(app.platform)).toBe(1)
  const backSince = async (who: Caller) => (await who.client.presence.getMyPresence()).presence.backSince
  expect(await backSince(ben)).toBe('2026-11-07T00:00:00.000Z')
  expect(await backSince(ada)).toBeNull()
  moment = Date.parse('2026-11-07T09:00:00Z')
  await ben.client.presence.setMyPresence({ body: { state: 'online' } })
  expect(await backSince(ben)).toBe('2026-11-07T09:00:00.000Z')
  await markReturns(app.platform)
  expect(await backSince(ben)).toBe('2026-11-07T09:00:00.000Z')
})

test('a shift hands over what stands open, and the next one signs it once', async () => {
  // Nobody is given anything by itself while nobody is online.
  await ben.client.presence.setMyPresence({ body: { state: 'offline' } })
  const held = await app.visitor({ name: 'Mei' })
  await held.client.widget.sendMessage({ body: { key: 'held-one', text: 'Where is it' } })
  const { conversations } = await ada.client.conversation.listConversations({ query: { view: 'queue' } })
  const conversationId = conversations[0]?.id ?? 0
  await ada.client.conversation.takeConversation({ params: { conversationId } })
  const waits = await app.visitor({ name: 'Jo' })
  await waits.client.widget.sendMessage({ body: { key: 'waits-one', text: 'Hello' } })

  const { sheet, names } = await ada.client.roster.getHandoverSheet({ params: { teamId } })
  expect(sheet).toMatchObject({
    open: [{ conversationId, staffId: ada.staffId, state: 'in_service' }],
    openCount: 1,
    waiting: [{ state: 'queued', staffId: null, offline: false }],
    waitingCount: 1,
    promiseCount: 0,
  })
  expect(names.map((one) => one.customerName)).toEqual(['Mei', 'Jo'])
  const params = { teamId }
  const { handoverId } = await ada.client.roster.handOverShift({ params, body: { note: 'Mei first' } })
  const sign = (who: Caller) =>
    who.client.roster.signHandover({ params: { handoverId }, body: { note: 'Seen' } })
  await expect(sign(ada)).rejects.toMatchObject({ code: 'handover_own' })
  await expect(sign(lead)).rejects.toMatchObject({ code: 'handover_not_of_team' })
  await expect(sign(stranger)).rejects.toMatchObject({ code: 'handover_not_found' })
  const signed = await Promise.allSettled([sign(ben), sign(ben)])
  expect(signed.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  const { handovers } = await lead.client.roster.listHandovers({ params, query: {} })
  expect(handovers).toMatchObject([
    { id: handoverId, fromName: 'Ada', note: 'Mei first', signedName: 'Ben', signNote: 'Seen', sheet },
  ])
  await expect(stranger.client.roster.getHandoverSheet({ params })).rejects.toMatchObject({
    code: 'team_not_found',
  })
})

test('a kept sheet holds numbers and facts, no names and no words', async () => {
  const { rows } = await app.platform.pool.query('select sheet::text from shift_handover')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.sheet).not.toMatch(/Mei|Jo|Hello|Where/)
})

test('a brand has one peak event at a time; it stops leave, and a cancelled one stands in nobody’s way', async () => {
  const dates = { startsAt: '2027-06-17T12:00:00Z', endsAt: '2027-06-20T16:00:00Z' }
  const make = (who: Caller, name: string) =>
    who.client.roster.createPeakEvent({
      body: { brandId: app.brandId, name, ...dates, settings: { leaveStop: true, samplingShare: 0.1 } },
    })
  const { peakEventId } = await make(lead, '618')
  await expect(make(app.owner, 'Again')).rejects.toMatchObject({
    code: 'peak_overlaps',
    data: { peakEventId, name: '618' },
  })
  await expect(make(stranger, 'Theirs')).rejects.toMatchObject({ code: 'brand_not_found' })
  const leave = () => plan(lead, ada.staffId, '2027-06-18T00:00:00Z', '2027-06-19T00:00:00Z', 'leave')
  await expect(leave()).rejects.toMatchObject({ code: 'leave_stopped', data: { name: '618' } })
  const params = { peakEventId }
  await lead.client.roster.updatePeakEvent({ params, body: { name: '618 sale' } })
  await lead.client.roster.cancelPeakEvent({ params })
  await expect(lead.client.roster.updatePeakEvent({ params, body: { name: 'x' } })).rejects.toMatchObject({
    code: 'peak_cancelled',
  })
  await leave()
  await make(lead, '618 anew')
  const { events } = await ada.client.roster.listPeakEvents()
  expect(events.map(({ name, cancelled }) => [name, cancelled])).toEqual([
    ['618 anew', false],
    ['618 sale', true],
  ])
  expect((await stranger.client.roster.listPeakEvents()).events).toEqual([])
})
