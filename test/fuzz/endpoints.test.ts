import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { api } from '../../domain/api.ts'
import type { Endpoint } from '../../domain/endpoint.ts'
import { allRefusals } from '../../domain/errors.ts'
import { type Caller, type TestApp, testApp } from '../support/app.ts'
import { inputFor, type Known } from './inputs.ts'

/** Requests for each endpoint: of somebody who may call it, and of each of the others. */
const runs = { fitting: 16, other: 3 }

let app: TestApp
let callers: Record<string, () => Promise<Caller>>
let known: Known

beforeAll(async () => {
  app = await testApp()
  known = await furnish(app)
  const agent = await app.staff('Ada', 'agent')
  const visitor = await app.visitor({ name: 'Vera' })
  await visitor.client.widget.sendMessage({ body: { key: 'first-line', text: 'Hello' } })
  const anybody = app.anybody()
  // Beside the first, so that what is tried on numbers at random leaves one.
  const owner = await app.staff('Otto', 'owner')
  callers = {
    owner: async () => owner,
    agent: async () => agent,
    visitor: async () => visitor,
    anybody: async () => anybody,
  }
})
afterAll(() => app.close())

/** These end the caller's own sign-in; the caller of the tests would be gone. They are tried once, elsewhere. */
const endsSignIn = new Set(['staff.signOut', 'staff.changePassword', 'staff.updateStaff', 'staff.setGrants'])

const all = Object.entries(api).flatMap(([term, endpoints]) =>
  Object.entries(endpoints as Record<string, Endpoint>).map(
    ([name, declared]) => [`${term}.${name}`, declared] as const,
  ),
)

test.each(all)('%s answers whatever it is asked with sense', async (name, declared) => {
  let before: Record<string, number> | null = null
  for (const who of Object.keys(callers)) {
    if (endsSignIn.has(name) && (who === 'owner' || who === 'agent')) continue
    const caller = await callers[who]?.()
    const part = (schema: z.ZodType | undefined) =>
      schema ? inputFor(schema, known) : fc.constant(undefined)
    const input = fc.record({
      params: part(declared.params),
      query: part(declared.query),
      body: part(declared.body),
    })
    await fc.assert(
      fc.asyncProperty(input, async (asked) => {
        before ??= await rowCounts()
        const reply = await ask(declared, asked, caller?.headers ?? {})
        judge(reply)
        if (reply.status >= 400 && declared.method !== 'GET') expect(await rowCounts()).toEqual(before)
        else if (declared.method !== 'GET') before = null
      }),
      { numRuns: fits(declared, who) ? runs.fitting : runs.other, seed: 20_260_101, endOnFailure: true },
    )
  }
})

function fits(declared: Endpoint, who: string): boolean {
  return who === (declared.access === 'visitor' || declared.access === 'public' ? 'visitor' : 'owner')
}

interface Asked {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

interface Answer {
  readonly status: number
  readonly text: string
}

async function ask(declared: Endpoint, asked: Asked, headers: Record<string, string>): Promise<Answer> {
  const params = asRecord(asked.params)
  const path = declared.path.replace(/:(\w+)/g, (_, field: string) => encoded(params[field] ?? 1) || '-')
  const query = Object.entries(asRecord(asked.query))
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([field, value]) => `${encoded(field)}=${encoded(value)}`)
    .join('&')
  const raw = declared.raw === 'request'
  const sendsBody = declared.method !== 'GET' && (raw || asked.body !== undefined)
  const reply = await fetch(`${app.url}${path}${query ? `?${query}` : ''}`, {
    method: declared.method,
    headers: { ...headers, ...(sendsBody ? { 'content-type': 'application/json' } : {}) },
    ...(sendsBody ? { body: raw ? '<svg onload=alert(1)>' : JSON.stringify(asked.body) } : {}),
  })
  return { status: reply.status, text: await reply.text() }
}

/** No fault of ours, no inner workings told, and a code that is known. */
function judge({ status, text }: Answer): void {
  expect(status, text).toBeLessThan(500)
  expect(text).not.toMatch(/node_modules|\.ts:\d|at async |"stack"|\/work\/|postgres|syntax error/i)
  if (status < 400) return
  const { error } = JSON.parse(text)
  expect(Object.keys(allRefusals)).toContain(error.code)
  expect(error.message).not.toBe('')
}

/** What follows by itself from earlier writes may come at any moment: it is not counted. */
const ofPeople: Readonly<Record<string, string>> = {
  event: `actor_kind <> 'system'`,
  message: `author_kind <> 'system'`,
  notice: 'by_staff_id is not null',
  clock_policy: 'version > 1',
  clock_policy_version: 'made_by is not null',
}

/** Rows of every table, without what counts requests. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables =
    `event message conversation customer customer_identity customer_note customer_tag visitor file tag
    topic team department brand shop channel staff staff_grant role invitation canned_reply custom_field notice
    conversation_tag shop_identity_key idempotency skill staff_skill staff_language break_kind presence_period
    shift shift_handover peak_event calendar calendar_version clock_policy clock_policy_version
    promise`.split(/\s+/)
  const counts = tables.map(
    (table) => `(select count(*)::int from ${table} where ${ofPeople[table] ?? 'true'}) as "${table}"`,
  )
  const found = await app.platform.pool.query(`select ${counts.join(', ')}`)
  return found.rows[0]
}

function encoded(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return encodeURIComponent(text.toWellFormed())
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** One row of everything, so that numbers lead somewhere. */
async function furnish(app: TestApp): Promise<Known> {
  const { client } = app.owner
  const { brandId, shopId, channelId } = app
  const visitor = await app.visitor({ name: 'Wen', email: 'wen@mail.example' })
  const { conversation } = await visitor.client.widget.sendMessage({ body: { key: 'furnish-1', text: 'Hi' } })
  const { conversations } = await client.conversation.listConversations({ query: { view: 'queue' } })
  const row = conversations[0]
  const { messageId } = await client.message.reply({
    params: { conversationId: row?.id ?? 0 },
    body: { key: 'furnish-2', text: 'Welcome' },
  })
  const { tagId } = await client.tag.createTag({ body: { brandId, name: 'gift', colour: '#aa0000' } })
  const { teamId } = await client.team.createTeam({ body: { name: 'Night', brandId: null } })
  const { promiseId } = await client.promise.makePromise({
    params: { conversationId: row?.id ?? 0 },
    body: { kind: 'call', what: 'Call back', dueAt: new Date(Date.now() + 86_400_000).toISOString() },
  })
  const office = Array.from({ length: 7 }, () => [{ from: '09:00', to: '18:00' }])
  const { calendarId } = await client.clock.createCalendar({
    body: { brandId, name: 'Office', definition: { timeZone: 'Asia/Shanghai', week: office } },
  })
  const { policies } = await client.clock.listPolicies()
  const { roles } = await client.staff.listRoles()
  return {
    brandId: [brandId],
    shopId: [shopId],
    channelId: [channelId],
    channelKey: [app.channelKey],
    customerId: [row?.customerId ?? 0],
    conversationId: [row?.id ?? 0],
    conversation: [conversation],
    messageId: [messageId],
    tagId: [tagId],
    teamId: [teamId],
    roleId: roles.map(({ id }) => id),
    staffId: [1, 2],
    topicId: [1],
    parentId: [1],
    breakKindId: [1, 2],
    skillId: [1],
    shiftId: [1],
    handoverId: [1],
    peakEventId: [1],
    promiseId: [promiseId],
    calendarId: [calendarId],
    policyId: policies.map(({ id }) => id),
    clockId: [1, 2],
    month: ['2026-10'],
    from: ['09:00', '13:00'],
    to: ['12:00', '18:00', '24:00'],
    timeZone: ['Asia/Shanghai'],
    country: ['CN', 'DE'],
    view: ['mine', 'queue', 'all', 'closed'],
  }
}
