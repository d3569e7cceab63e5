import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(async () => {
  await app.close()
})

let counter = 0
const key = () => `key-${String(++counter).padStart(6, '0')}`

test('a message comes in, reaches the queue, is answered, resolved and reopened by the customer', async () => {
  const agent = await app.staff('Ann', 'agent')
  const visitor = await app.visitor()
  const sent = await visitor.client.widget.sendMessage({ body: { key: key(), text: '你好，什么时候发货？' } })
  expect(sent).toMatchObject({ seq: 1, started: true })

  const queue = await agent.client.conversation.listConversations({ query: { view: 'queue' } })
  const row = queue.conversations[0]
  expect(row).toMatchObject({ state: 'queued', preview: '你好，什么时候发货？', assigneeId: null })
  const conversationId = row?.id ?? 0

  await agent.client.message.reply({ params: { conversationId }, body: { key: key(), text: '今天发货。' } })
  const one = await agent.client.conversation.getConversation({ params: { conversationId } })
  expect(one).toMatchObject({ state: 'waiting_customer', assigneeId: agent.staffId, waitingSince: null })

  const seen = await visitor.client.widget.listVisitorMessages({
    params: { conversation: sent.conversation },
    query: {},
  })
  expect(seen.messages.map((m) => [m.by, m.text])).toEqual([
    ['me', '你好，什么时候发货？'],
    ['shop', '今天发货。'],
  ])

  await agent.client.conversation.resolveConversation({
    params: { conversationId },
    body: { topicId: null, outcome: 'solved' },
  })
  await visitor.client.widget.sendMessage({ body: { key: key(), text: '谢谢' } })
  const again = await agent.client.conversation.getConversation({ params: { conversationId } })
  expect(again).toMatchObject({ state: 'in_service', assigneeId: agent.staffId, outcome: null })
  const thread = await agent.client.message.listMessages({ params: { conversationId }, query: {} })
  expect(thread.messages.map((m) => m.seq)).toEqual(thread.messages.map((_, index) => index + 1))
})

test('the same key sent twice, even at once, is there once', async () => {
  const visitor = await app.visitor()
  const body = { key: key(), text: 'Hello' }
  const replies = await Promise.all([1, 2, 3, 4].map(() => visitor.client.widget.sendMessage({ body })))
  expect(new Set(replies.map((reply) => reply.seq))).toEqual(new Set([1]))
  const conversation = replies[0]?.conversation ?? ''
  const seen = await visitor.client.widget.listVisitorMessages({ params: { conversation }, query: {} })
  expect(seen.messages).toHaveLength(1)
})
