import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { listenAsVisitor } from '../../test/support/socket.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

let counter = 0
const key = () => `text-${String(++counter).padStart(6, '0')}`

/** Sends the text from both sides and answers what both sides read of it, over the API and over the socket. */
async function roundTrip(text: string): Promise<Set<string>> {
  const visitor = await app.visitor()
  const { conversation } = await visitor.client.widget.sendMessage({ body: { key: key(), text } })
  const window = await listenAsVisitor(app.url, visitor)
  const found = await app.platform.pool.query('select id from conversation where public_id = $1', [
    conversation,
  ])
  const params = { conversationId: found.rows[0].id as number }
  await app.owner.client.message.reply({ params, body: { key: key(), text } })
  const pushed = await window.next('message')
  const staff = await app.owner.client.message.listMessages({ params, query: {} })
  const seen = await visitor.client.widget.listVisitorMessages({ params: { conversation }, query: {} })
  await window.leave()
  const lines = [...staff.messages.filter(({ kind }) => kind === 'message'), ...seen.messages, pushed.message]
  expect(lines).toHaveLength(5)
  return new Set(lines.map((line) => line.text))
}

test.each([
  ['a family emoji', '👩‍👩‍👧‍👦 and 🏳️‍🌈 and 🇨🇳 and 👍🏽'],
  ['right-to-left words', 'السلام عليكم، أين طلبي؟ 42'],
  ['an override of direction', 'invoice\u202Egnp.exe'],
  ['combining marks', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞'],
  ['rare characters', '𠮷野家 𝒳 \uFEFF\u200B'],
  ['markup', `<script>alert(1)</script><img src=x onerror="alert(2)"> &amp; [a](javascript:alert(3))`],
  ['what looks like SQL', `'); drop table message; -- $1 %s \\x00`],
  ['JSON and keys of objects', '{"__proto__": {"isOwner": true}}'],
  ['lines and tabs', 'one\n\ttwo\n\n  three  '],
])('%s comes out as it went in, on both sides', async (_, text) => {
  expect(await roundTrip(text)).toEqual(new Set([text]))
})

test.each([
  ['NUL and control characters', 'a\u0000b\u0007c\u001bd\u0085e', 'abcde'],
  ['half a pair', 'x\ud800y\udc00z', 'x\ufffdy\ufffdz'],
  ['line ends of other systems', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
])('%s are made harmless in the same way on both sides', async (_, text, expected) => {
  expect(await roundTrip(text)).toEqual(new Set([expected]))
})

test('ten thousand characters are taken, one more is refused with the fault that names it', async () => {
  const longest = '长'.repeat(10_000)
  expect(await roundTrip(longest)).toEqual(new Set([longest]))
  const visitor = await app.visitor()
  const send = (text: string) => visitor.client.widget.sendMessage({ body: { key: key(), text } })
  for (const text of [`${longest}!`, '   ', '\u0000']) {
    await expect(send(text)).rejects.toMatchObject({
      status: 422,
      code: 'input_invalid',
      faults: [{ path: 'body.text', code: text.length > 10 ? 'too_big' : 'line_empty' }],
    })
  }
  await expect(visitor.client.widget.listVisitorConversations()).resolves.toMatchObject({ conversations: [] })
})

test('scripts in names stay plain text', async () => {
  const name = `<script>alert("x")</script> ' onload=`
  const visitor = await app.visitor({ name })
  await visitor.client.widget.sendMessage({ body: { key: key(), text: 'Hi' } })
  const reply = await fetch(`${app.url}/api/conversations?view=queue`, { headers: app.owner.headers })
  expect(reply.headers.get('content-type')).toMatch(/^application\/json/)
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  const { conversations } = (await reply.json()) as { conversations: { customerName: string }[] }
  expect(conversations.map(({ customerName }) => customerName)).toContain(name)
})
