import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmtp, type SmtpServer } from '../../../test/support/smtp.ts'
import { openStaffApp, type StaffApp } from '../../../test/support/staff-app.ts'
import { type Jobs, startJobs } from '../jobs/jobs.ts'
import { writeLetter } from './letter.ts'
import { type Mail, mailJobs, openMail, sendMailLater } from './mail.ts'

let desk: StaffApp
let smtp: SmtpServer
let mail: Mail
let jobs: Jobs
beforeAll(async () => {
  smtp = await openSmtp()
  mail = openMail({ smtpUrl: smtp.url, mailFrom: 'Willow <help@willow.example>' })
  desk = await openStaffApp([])
  jobs = await startJobs(desk.platform, mailJobs(mail))
})
afterAll(async () => {
  await jobs.stop()
  mail.close()
  await smtp.close()
  await desk.close()
})

test('a mail arrives as it was written, in any script', async () => {
  await mail.send({ to: 'mei@desk.example', subject: '您好，请查收', text: '第一行\n第二行 😀' })
  const received = await smtp.next()
  expect(received).toMatchObject({
    from: 'help@willow.example',
    to: ['mei@desk.example'],
    subject: '您好，请查收',
  })
  expect(received.text.replaceAll('\r\n', '\n').trim()).toBe('第一行\n第二行 😀')
  expect(received.raw).toContain('Auto-Submitted: auto-generated')
})

test('a mail handed on with a transaction goes out once that is committed, and not otherwise', async () => {
  const { kysely } = desk.platform
  await kysely
    .transaction()
    .execute(async (tx) => {
      await sendMailLater(tx, { to: 'never@desk.example', subject: 'Never', text: 'never' })
      throw new Error('changed our mind')
    })
    .catch(() => {})
  await kysely
    .transaction()
    .execute((tx) => sendMailLater(tx, { to: 'mei@desk.example', subject: 'Kept', text: 'kept' }))
  expect(await smtp.next()).toMatchObject({ subject: 'Kept' })
})

test('a mail that the server did not take is tried again', async () => {
  smtp.refuse(1)
  await sendMailLater(desk.platform.kysely, { to: 'mei@desk.example', subject: 'Again', text: 'again' })
  expect(await smtp.next()).toMatchObject({ subject: 'Again' })
})

test('without a mail server sending says what to set', async () => {
  const none = openMail({ smtpUrl: undefined, mailFrom: undefined })
  expect(none.configured).toBe(false)
  await expect(none.send({ to: 'a@b.example', subject: '', text: '' })).rejects.toThrow('SMTP_URL')
})

test('a name in a letter stays text', () => {
  const { html, text } = writeLetter({
    language: 'en',
    paragraphs: ['Hello <script>alert(1)</script>'],
    link: { label: 'Open', address: 'https://help.example/#a&b"' },
    footer: 'Bye',
  })
  expect(html).toContain('Hello &lt;script&gt;')
  expect(html).toContain('href="https://help.example/#a&amp;b&quot;"')
  expect(text).toContain('https://help.example/#a&b"')
})
