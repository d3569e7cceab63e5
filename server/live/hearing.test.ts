import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { listenAsStaff, listenAsVisitor } from '../../test/support/socket.ts'
import { comparePositions, readPosition } from '../platform/event-log/position.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

let counter = 0
const key = () => `hear-${String(++counter).padStart(6, '0')}`
const write = (visitor: Caller, text: string) =>
  visitor.client.widget.sendMessage({ body: { key: key(), text } })
const answer = (conversationId: number, text: string, who = app.owner) =>
  who.client.message.reply({ params: { conversationId }, body: { key: key(), text } })

async function talk() {
  const visitor = await app.visitor({ name: 'Mei' })
  const { conversation } = await write(visitor, 'first')
  const found = await app.platform.pool.query('select id from conversation where public_id = $1', [
    conversation,
  ])
  return { visitor, conversation, conversationId: found.rows[0].id as number }
}

/** Waits until the sockets of this process were told of everything so far. */
async function allTold() {
  const last = await app.platform.pool.query(
    'select epoch, xact, id as "eventId" from event order by epoch desc, xact desc, id desc limit 1',
  )
  const behind = () => comparePositions(readPosition(app.live.position()), last.rows[0]) < 0
  await expect.poll(behind).toBe(false)
}

test('a visitor hears nothing of notes, staff numbers, steps and other visitors', async () => {
  const { visitor, conversationId } = await talk()
  const other = await talk()
  await allTold()
  const window = await listenAsVisitor(app.url, visitor)
  await app.owner.client.conversation.takeConversation({ params: { conversationId } })
  await app.owner.client.message.addNote({
    params: { conversationId },
    body: { key: key(), text: 'a secret among us' },
  })
  await write(other.visitor, 'of somebody else')
  await answer(other.conversationId, 'for somebody else')
  await app.owner.client.conversation.resolveConversation({
    params: { conversationId },
    body: { topicId: null, outcome: 'solved', note: 'a secret wrap-up' },
  })
  await answer(conversationId, 'the last word')
  await window.next('message', ({ message }) => message.text === 'the last word')
  const all = JSON.stringify(window.heard)
  expect(all).not.toMatch(/secret|somebody else|staffId|authorId|wrap|note|conversationId/)
  expect(window.heard.filter(({ type }) => type === 'message')).toHaveLength(1)
  await window.leave()
})

test('who loses access to a shop is told to leave its conversations and hears no more of them', async () => {
  const agent = await app.staff('Lin', 'agent', { shopId: app.shopId })
  const { visitor, conversationId } = await talk()
  const listener = await listenAsStaff(app.url, agent)
  listener.send({ type: 'watch', conversationId })
  await listener.next('looking')
  await write(visitor, 'still heard')
  await listener.next('events', ({ events }) => events.some(({ message }) => message?.text === 'still heard'))

  const { roles } = await app.owner.client.staff.listRoles()
  const roleId = roles.find((role) => role.builtIn === 'department_member')?.id ?? 0
  const grants = [{ roleId, brandId: app.brandId, shopId: null, teamId: null }]
  await app.owner.client.staff.setGrants({ params: { staffId: agent.staffId }, body: { grants } })
  await listener.next('left', (push) => push.conversationId === conversationId)
  const { length } = listener.heard
  listener.send({ type: 'watch', conversationId })
  await write(visitor, 'no longer heard')
  const owner = await listenAsStaff(app.url, app.owner)
  await write(visitor, 'once more')
  await owner.next('rows', ({ rows }) =>
    rows.some(({ id, preview }) => id === conversationId && preview === 'once more'),
  )
  expect(JSON.stringify(listener.heard.slice(length))).not.toMatch(/no longer heard|once more/)
  await Promise.all([listener.leave(), owner.leave()])
})

test('saying hello twice gives nobody a seat that outlives their access', async () => {
  const agent = await app.staff('Twice', 'agent')
  const { visitor, conversationId } = await talk()
  const listener = await listenAsStaff(app.url, agent)
  listener.send({ type: 'watch', conversationId })
  await listener.next('looking')
  listener.send({ type: 'hello' })
  await app.owner.client.staff.updateStaff({ params: { staffId: agent.staffId }, body: { suspended: true } })
  expect(await listener.closed).toBe(4401)
  await write(visitor, 'gone')
  expect(JSON.stringify(listener.heard)).not.toContain('gone')
})

test('a change of one’s own name takes no conversation off the screen', async () => {
  const agent = await app.staff('Rename', 'agent')
  const { visitor, conversationId } = await talk()
  const listener = await listenAsStaff(app.url, agent)
  listener.send({ type: 'watch', conversationId })
  await listener.next('looking')
  await agent.client.staff.updateMe({ body: { name: 'Renamed' } })
  await app.owner.client.staff.updateStaff({ params: { staffId: agent.staffId }, body: { name: 'Again' } })
  await listener.next('stale', ({ terms }) => terms.includes('staff'))
  await write(visitor, 'heard all the same')
  await listener.next('events', ({ events }) =>
    events.some(({ message }) => message?.text === 'heard all the same'),
  )
  expect(listener.heard.filter(({ type }) => type === 'left')).toEqual([])
  await listener.leave()
})

test('the customer sees that an answer is typed, but not that a note is', async () => {
  const { visitor, conversationId } = await talk()
  const window = await listenAsVisitor(app.url, visitor)
  const listener = await listenAsStaff(app.url, app.owner)
  listener.send({ type: 'watch', conversationId })
  listener.send({ type: 'typing', conversationId, typing: true, note: true })
  await listener.next('looking', ({ staff }) => staff.some(({ typing }) => typing))
  listener.send({ type: 'typing', conversationId, typing: false, note: false })
  await listener.next('looking', ({ staff }) => staff.length > 0 && staff.every(({ typing }) => !typing))
  expect(window.heard.filter((push) => push.type === 'typing' && push.typing)).toEqual([])
  listener.send({ type: 'typing', conversationId, typing: true, note: false })
  await window.next('typing', ({ typing }) => typing)
  await Promise.all([window.leave(), listener.leave()])
})

test('of very many words at once a list hears the newest, and that there is more', async () => {
  const talks = await Promise.all(Array.from({ length: 60 }, () => talk()))
  await allTold()
  const listener = await listenAsStaff(app.url, app.owner)
  await Promise.all(talks.map(({ visitor }) => write(visitor, 'and another thing')))
  const last = talks[59]
  if (last) await write(last.visitor, 'the very last')
  const told = await listener.next('rows', ({ more }) => more === true)
  expect(told.rows.length).toBeLessThanOrEqual(50)
  await listener.next('rows', ({ rows }) => rows.some(({ preview }) => preview === 'the very last'))
  await listener.leave()
})
