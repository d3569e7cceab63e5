import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { openSmtp, type SmtpServer } from '../../test/support/smtp.ts'
import { logState } from '../platform/event-log/lag.ts'
import { handOnDueAnswers } from './actions/answer-mail.ts'

let app: TestApp
let smtp: SmtpServer
let moment = Date.now()
beforeAll(async () => {
  smtp = await openSmtp()
  app = await testApp({
    config: {
      smtpUrl: smtp.url,
      mailFrom: 'Lantern <help@lantern.example>',
      publicUrl: 'https://help.lantern.example',
    },
    now: () => new Date(moment),
  })
})
afterAll(async () => {
  await app.close()
  await smtp.close()
})

let counter = 0
const key = () => `mail-key-${++counter}`

async function talk(text: string, email?: string) {
  const visitor = await app.visitor(email ? { email } : {})
  const { conversation } = await visitor.client.widget.sendMessage({ body: { key: key(), text } })
  const { conversations } = await app.owner.client.conversation.listConversations({
    query: { view: 'queue' },
  })
  const conversationId = conversations.at(-1)?.id ?? 0
  const answer = (words: string) =>
    app.owner.client.message.reply({ params: { conversationId }, body: { key: key(), text: words } })
  return { visitor, conversation, conversationId, answer }
}

/** Lets the log be read, time pass, and what is due be handed on. */
async function later(minutes: number) {
  await expect.poll(async () => (await logState(app.platform)).lag.answer_mail, { timeout: 10_000 }).toBe(0)
  moment += minutes * 60_000
  await handOnDueAnswers(app.platform)
}

test('a visitor who left gets the unread answers by mail, once, with a link back into the talk', async () => {
  const { conversation, answer } = await talk('Is the blue one in stock?', 'rosa@mail.example')
  await answer('Yes, it is <b>in stock</b>.')
  await answer('Shall I keep one for you?')
  await later(4)
  const mail = await smtp.next()
  expect(mail).toMatchObject({ to: ['rosa@mail.example'], subject: 'Lantern Home has answered you' })
  const text = mail.text.replaceAll('\r\n', '\n')
  expect(text).toContain('Yes, it is <b>in stock</b>.\n\nShall I keep one for you?')
  const link = /#link=([\w-]+)/.exec(text.replaceAll('=\n', ''))?.[1] ?? ''

  const back = app.anybody()
  const made = await back.client.widget.createVisitor({
    params: { channelKey: app.channelKey },
    body: { link },
  })
  back.headers.authorization = `Bearer ${made.token}`
  const { conversations } = await back.client.widget.listVisitorConversations()
  expect(conversations.map((one) => one.id)).toEqual([conversation])

  await later(4)
  await answer('Are you still there?')
  await later(4)
  const second = await smtp.next()
  expect(second.text).toContain('Are you still there?')
  expect(second.text).not.toContain('Shall I keep one')
})

test('answers that were read in the window are not mailed', async () => {
  const read = await talk('Where is my parcel?', 'read@mail.example')
  await read.answer('It is on its way.')
  await read.visitor.client.widget.markVisitorRead({
    params: { conversation: read.conversation },
    body: { seq: 99 },
  })
  await later(4)
  const unread = await talk('And mine?', 'unread@mail.example')
  await unread.answer('It was delivered.')
  await later(4)
  expect(await smtp.next()).toMatchObject({ to: ['unread@mail.example'] })
})

test('a customer who writes Chinese gets a Chinese mail', async () => {
  const { answer } = await talk('请问这件衣服有没有大一号的？', 'mei@mail.example')
  await answer('有的，您需要几件？')
  await later(4)
  expect(await smtp.next()).toMatchObject({ subject: 'Lantern Home回复了您的咨询' })
})

test('an expired or foreign link leads nowhere', async () => {
  const visitor = app.anybody()
  await expect(
    visitor.client.widget.createVisitor({
      params: { channelKey: app.channelKey },
      body: { link: 'not-a-link-of-ours' },
    }),
  ).rejects.toMatchObject({ code: 'link_expired', status: 410 })
})
