import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openBrowser } from '../../test/support/browser.ts'
import { openSmtp, type SmtpServer } from '../../test/support/smtp.ts'
import { addressOf, openStaffApp, password, type StaffApp } from '../../test/support/staff-app.ts'
import { type Jobs, startJobs } from '../platform/jobs/jobs.ts'
import { type Mail, openMail } from '../platform/mail/mail.ts'
import { staffJobs } from './jobs.ts'
import { staffRoutes } from './routes.ts'

let desk: StaffApp
let mailing: StaffApp
let smtp: SmtpServer
let mail: Mail
let jobs: Jobs
let lin: Browser
let meiId: number
beforeAll(async () => {
  smtp = await openSmtp()
  const config = {
    smtpUrl: smtp.url,
    mailFrom: 'help@willow.example',
    publicUrl: 'https://help.willow.example',
  }
  mail = openMail(config)
  desk = await openStaffApp([staffRoutes])
  mailing = await openStaffApp([staffRoutes], config)
  jobs = await startJobs(mailing.platform, staffJobs(mailing.platform, mail))
  await desk.person('Lin', 'owner')
  meiId = await desk.person('Mei', 'agent')
  await mailing.person('Mei', 'agent')
  lin = await signedIn(desk, 'Lin')
})
afterAll(async () => {
  await jobs.stop()
  mail.close()
  await smtp.close()
  await desk.close()
  await mailing.close()
})

async function signedIn(app: StaffApp, name: string, word = password): Promise<Browser> {
  const browser = openBrowser(app.app)
  await browser.client.staff.signIn({ body: { email: addressOf(name), password: word } })
  return browser
}

const tokenOf = (text: string) => text.match(/#token=([\w-]+)/)?.[1] ?? ''
const reset = (token: string, word: string, app = desk) =>
  openBrowser(app.app).client.staff.resetPassword({ body: { token, password: word } })
const resetLink = async () => (await lin.client.staff.makeResetLink({ params: { staffId: meiId } })).link

test('a reset link sets a new password once, and ends every sign-in of that person', async () => {
  const before = await signedIn(desk, 'Mei')
  await before.client.staff.getMe()
  const [token, other] = [tokenOf(await resetLink()), tokenOf(await resetLink())]
  await reset(token, 'another long password')
  await expect(before.client.staff.getMe()).rejects.toMatchObject({ code: 'sign_in_needed' })
  await expect(signedIn(desk, 'Mei')).rejects.toMatchObject({ code: 'sign_in_wrong' })
  await signedIn(desk, 'Mei', 'another long password')
  await expect(reset(token, password)).rejects.toMatchObject({ code: 'link_invalid' })
  await expect(reset(other, password)).rejects.toMatchObject({ code: 'link_invalid' })
  await reset(tokenOf(await resetLink()), password)
})

test('a reset link is void after an hour, and a made-up one always', async () => {
  const token = tokenOf(await resetLink())
  desk.pass(3600)
  await expect(reset(token, password)).rejects.toMatchObject({ status: 410, code: 'link_invalid' })
  await expect(reset('x'.repeat(43), password)).rejects.toMatchObject({ code: 'link_invalid' })
})

test('changing the own password needs the current one, and ends the other sign-ins only', async () => {
  const [here, elsewhere] = [await signedIn(desk, 'Mei'), await signedIn(desk, 'Mei')]
  await elsewhere.client.staff.getMe()
  const wrong = here.client.staff.changePassword({
    body: { current: 'not it', next: 'yet another password' },
  })
  await expect(wrong).rejects.toMatchObject({ code: 'password_wrong' })
  await here.client.staff.changePassword({ body: { current: password, next: 'yet another password' } })
  expect(await here.client.staff.getMe()).toMatchObject({ name: 'Mei' })
  await expect(elsewhere.client.staff.getMe()).rejects.toMatchObject({ code: 'sign_in_needed' })
  await here.client.staff.changePassword({ body: { current: 'yet another password', next: password } })
})

test('who forgot the password gets a mail; for an unknown address the answer is the same and no mail goes out', async () => {
  const { client } = openBrowser(mailing.app)
  const answers = [
    await client.staff.forgotPassword({ body: { email: addressOf('Nobody') } }),
    await client.staff.forgotPassword({ body: { email: addressOf('Mei') } }),
  ]
  expect(answers).toEqual([{ mail: true }, { mail: true }])
  const received = await smtp.next()
  expect(received).toMatchObject({ to: [addressOf('Mei')], subject: 'Reset your Shopdesk password' })
  expect(received.text).toContain('https://help.willow.example/reset#token=')
  await reset(tokenOf(received.text), 'a password from the mail', mailing)
  await signedIn(mailing, 'Mei', 'a password from the mail')
})

test('a sixth request within an hour is refused, for known and unknown addresses alike', async () => {
  const { client } = openBrowser(mailing.app)
  for (const name of ['Qing', 'Unknown']) {
    if (name === 'Qing') await mailing.person(name, 'agent')
    const ask = () => client.staff.forgotPassword({ body: { email: addressOf(name) } })
    for (let i = 0; i < 5; i++) await ask()
    await expect(ask()).rejects.toMatchObject({ code: 'too_many_requests' })
  }
})

test('without mail the page says so, and makes no link that nobody could send', async () => {
  const { client } = openBrowser(desk.app)
  expect(await client.staff.forgotPassword({ body: { email: addressOf('Mei') } })).toEqual({ mail: false })
})
