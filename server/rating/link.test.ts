import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { openSmtp, type SmtpServer } from '../../test/support/smtp.ts'
import { endResolved } from '../conversation/actions/close.ts'
import { logState } from '../platform/event-log/lag.ts'
import { handOnDueRatingMails } from './actions/mail.ts'

let app: TestApp
let smtp: SmtpServer
let moment = Date.parse('2026-11-24T09:00:00Z')
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
  // The answers themselves go out by another mail; here only the invitation is looked at.
  await app.platform.pool.query(`update log_reader set epoch = 1000000 where name = 'answer_mail'`)
})
afterAll(async () => {
  await app.close()
  await smtp.close()
})

let counter = 0

async function endedTalk(text: string, email?: string) {
  const visitor = await app.visitor(email ? { email } : {})
  const key = `link-key-${++counter}`
  const { conversation } = await visitor.client.widget.sendMessage({ body: { key, text } })
  const { rows } = await app.platform.pool.query('select id from conversation where public_id = $1', [
    conversation,
  ])
  const params = { conversationId: rows[0].id as number }
  await app.owner.client.message.reply({ params, body: { key: `${key}-a`, text: 'It is on its way.' } })
  await app.owner.client.conversation.resolveConversation({
    params,
    body: { topicId: null, outcome: 'solved' },
  })
  moment += 16 * 60_000
  await endResolved(app.platform)
  await expect
    .poll(async () => (await logState(app.platform)).lag.rating_invitation, { timeout: 10_000 })
    .toBe(0)
  return { visitor, conversation, params }
}

async function later(minutes: number) {
  moment += minutes * 60_000
  await handOnDueRatingMails(app.platform)
}

async function mailedToken(): Promise<{ token: string; subject: string; to: readonly string[] }> {
  const mail = await smtp.next()
  const text = mail.text.replaceAll('\r\n', '\n').replaceAll('=\n', '')
  const [, token = ''] = /https:\/\/help\.lantern\.example\/rate#token=(?:3D)?([\w-]+)/.exec(text) ?? []
  return { token, subject: mail.subject, to: mail.to }
}

const link = () => app.anybody().client.rating

test('a customer who left gets the link once, opens it, rates, and changes their mind', async () => {
  const { params } = await endedTalk('Where is my parcel?', 'rosa@mail.example')
  await later(4)
  const { token, subject, to } = await mailedToken()
  expect(to).toEqual(['rosa@mail.example'])
  expect(subject).toBe('How did Lantern Home do?')
  expect(token.length).toBeGreaterThanOrEqual(22)
  expect(await link().readRatingLink({ body: { token } })).toMatchObject({
    shopName: 'Lantern Home',
    rating: { state: 'open', score: null },
  })
  const rated = await link().rateByLink({ body: { token, score: 2, reasons: ['slow'], solved: false } })
  expect(rated.rating).toMatchObject({ state: 'rated', score: 2 })
  await link().rateByLink({ body: { token, score: 4 } })
  const seen = await app.owner.client.rating.getConversationRating({ params })
  expect(seen.rating).toMatchObject({ score: 4, mailedAt: expect.any(String) })
  moment += 25 * 3_600_000
  expect((await link().readRatingLink({ body: { token } })).rating.state).toBe('fixed')
  await expect(link().rateByLink({ body: { token, score: 1 } })).rejects.toMatchObject({ status: 410 })
})

test('who read the answer in the window, or has rated there, gets no mail; nor does anybody a second one', async () => {
  const read = await endedTalk('And mine?', 'read@mail.example')
  await read.visitor.client.widget.markVisitorRead({
    params: { conversation: read.conversation },
    body: { seq: 99 },
  })
  const rated = await endedTalk('And this?', 'rated@mail.example')
  await rated.visitor.client.widget.rateConversation({
    params: { conversation: rated.conversation },
    body: { score: 5 },
  })
  await endedTalk('And that?')
  await later(4)
  await later(4)
  await endedTalk('请问这件衣服有没有大一号的？', 'mei@mail.example')
  await later(4)
  expect(await mailedToken()).toMatchObject({
    to: ['mei@mail.example'],
    subject: '请为Lantern Home的服务打分',
  })
})

test('the page says when the time is over, and a token that is not ours leads nowhere', async () => {
  await endedTalk('Anybody?', 'late@mail.example')
  await later(4)
  const { token } = await mailedToken()
  moment += 73 * 3_600_000
  expect((await link().readRatingLink({ body: { token } })).rating.state).toBe('expired')
  await expect(link().rateByLink({ body: { token, score: 5 } })).rejects.toMatchObject({
    code: 'rating_over',
  })
  for (const wrong of ['', 'not-a-token-of-ours', token.slice(1)])
    await expect(link().readRatingLink({ body: { token: wrong } })).rejects.toMatchObject({
      code: 'rating_link_unknown',
      status: 404,
    })
})

test('tokens are stored as hashes only', async () => {
  await endedTalk('Once more?', 'hash@mail.example')
  await later(4)
  const { token } = await mailedToken()
  const { rows } = await app.platform.pool.query(`select to_jsonb(r)::text as row from rating r`)
  for (const { row } of rows) expect(row).not.toContain(token)
})

test('who tries tokens out is stopped', async () => {
  const tries = Array.from({ length: 301 }, () => link().readRatingLink({ body: { token: 'x' } }))
  const codes = (await Promise.allSettled(tries)).map((one) =>
    one.status === 'rejected' ? one.reason.code : 'found',
  )
  expect(codes).toContain('too_many_requests')
  expect(codes).not.toContain('found')
})
