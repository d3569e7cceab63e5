import { afterAll, beforeAll, expect, test } from 'vitest'
import { api } from '../../domain/api.ts'
import type { Endpoint } from '../../domain/endpoint.ts'
import { type Caller, type TestApp, testApp } from '../support/app.ts'
import { furnishTwoBrands, mark, roleOf, type TwoBrands } from './two-brands.ts'

let app: TestApp
let two: TwoBrands
/** People who have no business with the first brand. */
let strangers: Record<'administrator' | 'agent' | 'nobody' | 'forger', Caller>
let visitors: Record<'of the other brand' | 'another of this brand' | 'forged' | 'expired' | 'none', Caller>

beforeAll(async () => {
  app = await testApp()
  two = await furnishTwoBrands(app)
  const brandId = two.otherBrandId
  const forger = app.anybody()
  const cookie = app.owner.headers.cookie ?? ''
  forger.headers.cookie = cookie.replace(/=./g, (pair) => (pair === '=a' ? '=b' : '=a'))
  strangers = {
    administrator: await app.staff('Boris', 'administrator', { brandId }),
    agent: await app.staff('Bea', 'agent', { brandId }),
    nobody: app.anybody(),
    forger,
  }
  const expired = await app.visitor()
  await expired.client.widget.sendMessage({ body: { key: 'expired-1', text: 'before' } })
  await app.platform.pool.query(
    `update visitor set expires_at = now() - interval '1 second' where id = (select max(id) from visitor)`,
  )
  const forged = app.anybody()
  forged.headers.authorization = `Bearer ${'A'.repeat(43)}`
  visitors = {
    'of the other brand': await app.visitor({ channelKey: two.otherChannelKey }),
    'another of this brand': await app.visitor(),
    forged,
    expired,
    none: app.anybody(),
  }
})
afterAll(() => app.close())

const all = Object.entries(api).flatMap(([term, endpoints]) =>
  Object.entries(endpoints as Record<string, Endpoint>).map(
    ([name, declared]) => [`${term}.${name}`, declared] as const,
  ),
)
const forStaff = all.filter(([, { access }]) => access !== 'public' && access !== 'visitor')
const forVisitors = all.filter(([, { access }]) => access === 'visitor')

/** Bodies that would be accepted from somebody of the first brand. */
function bodyFor(name: string): unknown {
  const { rows } = two
  const localized = { en: 'Changed' }
  const bodies: Readonly<Record<string, unknown>> = {
    'staff.updateStaff': { name: 'Changed' },
    'staff.setGrants': { grants: [] },
    'brand.updateBrand': { name: 'Changed' },
    'shop.createShop': { brandId: rows.brandId, name: 'New', timeZone: 'Asia/Shanghai', languages: ['en'] },
    'shop.updateShop': { name: 'Changed' },
    'channel.createChannel': { shopId: rows.shopId, kind: 'webchat', name: 'New', settings: {} },
    'channel.updateChannel': { name: 'Changed' },
    'team.createTeam': { brandId: rows.brandId, name: 'New' },
    'team.updateTeam': { name: 'Changed' },
    'department.createDepartment': { brandId: rows.brandId, name: 'New' },
    'department.updateDepartment': { name: 'Changed' },
    'customer.updateCustomer': { name: 'Changed' },
    'customer.setCustomerTags': { tagIds: [] },
    'customer.addCustomerNote': { text: 'New' },
    'customer.blockCustomer': { reason: 'Because' },
    'customer.createCustomField': { brandId: rows.brandId, key: 'new', name: localized, kind: 'text' },
    'customer.updateCustomField': { name: localized },
    'conversation.handOver': { staffId: rows.staffId, teamId: null, reason: 'Because' },
    'conversation.resolveConversation': { topicId: null, outcome: 'solved' },
    'conversation.markSpam': { spam: true },
    'conversation.setConversationTags': { tagIds: [] },
    'conversation.setTopic': { topicId: null },
    'conversation.markRead': { seq: 1 },
    'conversation.saveDraft': { text: 'New' },
    'assignment.putAssignmentPolicy': { version: 0, policy: {} },
    'assignment.assignConversation': { staffId: rows.staffId },
    'assignment.moveConversations': { conversationIds: [rows.conversationId], queue: true },
    'assignment.offerTransfer': { staffId: rows.staffId, reason: 'Because' },
    'assignment.declineTransfer': { reason: 'Because' },
    'assignment.startSimulation': { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
    'message.reply': { key: 'foreign-1', text: 'New' },
    'message.addNote': { key: 'foreign-2', text: 'New' },
    'cannedReply.createCannedReply': {
      brandId: rows.brandId,
      shared: true,
      shortcut: 'new',
      text: localized,
    },
    'cannedReply.updateCannedReply': { text: localized },
    'topic.createTopic': { brandId: rows.brandId, parentId: null, stage: 'complaint', name: localized },
    'topic.updateTopic': { name: localized },
    'tag.createTag': { brandId: rows.brandId, name: 'New', colour: '#000000' },
    'tag.updateTag': { name: 'Changed' },
    'widget.markVisitorRead': { seq: 1 },
    'widget.sendMessage': { key: 'foreign-3', text: 'New' },
    'widget.updateVisitor': { name: 'Changed' },
    'widget.rateConversation': { score: 5 },
  }
  return bodies[name]
}

async function ask(declared: Endpoint, name: string, who: Caller) {
  const path = declared.path.replace(/:(\w+)/g, (_, field: string) => String(two.rows[field] ?? 1))
  const query = declared.raw === 'request' ? '?name=a.txt' : ''
  const body = declared.raw === 'request' ? `${mark} text` : JSON.stringify(bodyFor(name) ?? {})
  const reply = await fetch(app.url + path + query, {
    method: declared.method,
    headers: { ...who.headers, 'content-type': 'application/json' },
    ...(declared.method === 'GET' ? {} : { body }),
  })
  return { status: reply.status, text: await reply.text() }
}

const aboutARow = forStaff.filter(([name, { path, method }]) => {
  const ofItsOwn = ['staff.updateRole', 'staff.deleteRole'].includes(name)
  return (path.includes(':') || (method === 'POST' && bodyNamesABrand(name))) && !ofItsOwn
})

function bodyNamesABrand(name: string): boolean {
  return /create(Shop|Channel|Team|Department|CustomField|CannedReply|Topic|Tag)$/.test(name)
}

test.each(aboutARow)('%s reaches nothing of another brand', async (name, declared) => {
  const before = await state()
  for (const [who, caller] of Object.entries(strangers)) {
    const { status, text } = await ask(declared, name, caller)
    expect([401, 403, 404], `${who}: ${text}`).toContain(status)
    expect(text.toLowerCase()).not.toContain(mark)
    const unknown = who === 'nobody' || who === 'forger'
    if (unknown) expect(status).toBe(401)
  }
  expect(await state()).toEqual(before)
})

test.each(forStaff.filter(([, { path, method }]) => method === 'GET' && !path.includes(':')))(
  '%s lists nothing of another brand',
  async (name, declared) => {
    const views =
      name === 'conversation.listConversations' ? ['mine', 'queue', 'offline', 'all', 'closed'] : ['']
    for (const view of views) {
      const path = { ...declared, path: `${declared.path}${view && `?view=${view}`}` }
      for (const [who, caller] of Object.entries(strangers)) {
        const { status, text } = await ask(path, name, caller)
        expect(text.toLowerCase(), who).not.toContain(mark)
        expect(status, text).toBeLessThan(500)
        if (who === 'nobody' || who === 'forger') expect(status).toBe(401)
      }
    }
  },
)

test.each(forVisitors)('%s reaches nothing of another customer', async (name, declared) => {
  const before = await talk()
  for (const [who, caller] of Object.entries(visitors)) {
    const { status, text } = await ask(declared, name, caller)
    expect(text.toLowerCase(), who).not.toContain(`${mark} `)
    const known = who === 'of the other brand' || who === 'another of this brand'
    // Whoever is not known has no talks: which of the two is said depends on what is looked for first.
    if (!known) expect([401, 404], `${who}: ${text}`).toContain(status)
    else if (declared.path.includes(':')) expect([200, 404], text).toContain(status)
  }
  expect(await talk()).toEqual(before)
})

test('a staff cookie opens no visitor’s door, and a visitor’s token none of the staff', async () => {
  for (const [name, declared] of forVisitors) {
    expect([401, 404]).toContain((await ask(declared, name, app.owner)).status)
  }
  for (const [name, declared] of forStaff) expect((await ask(declared, name, two.customer)).status).toBe(401)
})

test('nobody can be given work of a brand that they may not see', async () => {
  const stranger = await app.staff('Brook', 'agent', { brandId: two.otherBrandId })
  const handOver = app.owner.client.conversation.handOver({
    params: { conversationId: Number(two.rows.conversationId) },
    body: { staffId: stranger.staffId, teamId: null, reason: 'by mistake' },
  })
  await expect(handOver).rejects.toMatchObject({ code: 'receiver_unknown' })
})

test('an administrator of one brand can make nobody an agent of another', async () => {
  const roleId = await roleOf(app, 'agent')
  for (const brandId of [two.brandId, null]) {
    const grants = [{ roleId, brandId, shopId: null, teamId: null }]
    const body = { email: 'sneaky@desk.example', name: 'Sneaky', grants }
    await expect(strangers.administrator.client.staff.invite({ body })).rejects.toMatchObject({ status: 403 })
  }
})

test('links, tags and topics of one brand are refused in another', async () => {
  const visitor = await app.visitor({ channelKey: two.otherChannelKey })
  await visitor.client.widget.sendMessage({ body: { key: 'cobalt-1', text: 'Hello' } })
  const { client } = strangers.agent
  const { conversations } = await client.conversation.listConversations({ query: { view: 'queue' } })
  const params = { conversationId: conversations[0]?.id ?? 0 }
  const tagIds = [Number(two.rows.tagId)]
  const topicId = Number(two.rows.topicId)
  const refused = expect.objectContaining({
    status: expect.toSatisfy((status) => [404, 422].includes(status)),
  })
  await expect(client.conversation.setConversationTags({ params, body: { tagIds } })).rejects.toEqual(refused)
  await expect(client.conversation.setTopic({ params, body: { topicId } })).rejects.toEqual(refused)
})

/** The customer of the first brand and all that was said. */
async function talk(): Promise<unknown> {
  const { rows } = await app.platform.pool.query(
    `select u.name, u.email, c.state, c.last_seq, c.customer_read_seq, m.text, m.recalled_at
     from conversation c join customer u on u.id = c.customer_id join message m on m.conversation_id = c.id
     where c.id = $1 order by m.seq`,
    [two.rows.conversationId],
  )
  return rows
}

/** What of the first brand must stay as it is. */
async function state(): Promise<unknown> {
  const tables = [
    'brand',
    'shop',
    'channel',
    'customer',
    'conversation',
    'tag',
    'topic',
    'team',
    'department',
  ]
  const more = [
    'canned_reply',
    'custom_field',
    'shop_identity_key',
    'customer_note',
    'message',
    'staff_grant',
    'rating',
  ]
  const found = await Promise.all(
    [...tables, ...more].map((table) => {
      const column = table === 'brand' ? 'id' : 'brand_id'
      return app.platform.pool.query(`select * from ${table} where ${column} = $1 order by id`, [two.brandId])
    }),
  )
  return found.flatMap(({ rows }) => rows.map(({ language, ...row }) => row))
}
