import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openBrowser } from '../../test/support/browser.ts'
import { openSmtp, type SmtpServer } from '../../test/support/smtp.ts'
import { addressOf, openStaffApp, password, type StaffApp } from '../../test/support/staff-app.ts'
import { type Jobs, startJobs } from '../platform/jobs/jobs.ts'
import { openMail } from '../platform/mail/mail.ts'
import { staffJobs } from './jobs.ts'
import { staffRoutes } from './routes.ts'

let desk: StaffApp
let lin: Browser
beforeAll(async () => {
  desk = await openStaffApp([staffRoutes])
  await desk.person('Lin', 'owner')
  lin = openBrowser(desk.app)
  await lin.client.staff.signIn({ body: { email: addressOf('Lin'), password } })
})
afterAll(() => desk.close())

const asAgent = async () => [
  { roleId: await desk.roleId('agent'), brandId: null, shopId: null, teamId: null },
]
const tokenOf = (link: string) => link.split('#token=')[1] ?? ''
const invite = async (name: string, more: object = {}) =>
  lin.client.staff.invite({ body: { email: addressOf(name), name, grants: await asAgent(), ...more } })
const accept = (token: string, name: string) =>
  openBrowser(desk.app).client.staff.acceptInvitation({
    body: { token, name, password, language: 'zh-CN' },
  })

test('an invited person opens the link, chooses a password and is in, with roles and teams', async () => {
  const { kysely } = desk.platform
  const team = await kysely
    .insertInto('team')
    .values({ name: 'Night', created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const invited = await invite('Mei', { teamIds: [team.id] })
  expect(invited).toMatchObject({ mailed: false })
  expect(invited.link).toMatch(/^http:\/\/localhost(:\d+)?\/invite#token=[\w-]{43}$/)
  expect((await lin.client.staff.listInvitations()).invitations).toMatchObject([{ name: 'Mei' }])

  const mei = openBrowser(desk.app)
  const token = tokenOf(invited.link)
  expect(await mei.client.staff.readInvitation({ body: { token } })).toEqual({
    email: addressOf('Mei'),
    name: 'Mei',
  })
  await mei.client.staff.acceptInvitation({ body: { token, name: 'Mei Chen', password, language: 'zh-CN' } })
  expect(await mei.client.staff.getMe()).toMatchObject({
    name: 'Mei Chen',
    language: 'zh-CN',
    teamIds: [team.id],
    grants: [{ roleId: await desk.roleId('agent') }],
  })
  await expect(accept(token, 'Somebody')).rejects.toMatchObject({ code: 'link_invalid' })
  expect((await lin.client.staff.listInvitations()).invitations).toEqual([])
})

test('inviting again replaces the link; a withdrawn or old link is void', async () => {
  const first = await invite('Yu')
  const second = await invite('Yu')
  await expect(accept(tokenOf(first.link), 'Yu')).rejects.toMatchObject({ code: 'link_invalid' })
  await lin.client.staff.withdrawInvitation({ params: { invitationId: second.invitationId } })
  await expect(accept(tokenOf(second.link), 'Yu')).rejects.toMatchObject({ code: 'link_invalid' })
  const third = await invite('Yu')
  desk.pass(72 * 3600)
  await expect(accept(tokenOf(third.link), 'Yu')).rejects.toMatchObject({ code: 'link_invalid' })
})

test('somebody who is here already is not invited', async () => {
  await expect(invite('Lin')).rejects.toMatchObject({ code: 'email_taken' })
})

test('a link opens once, even when it is opened twice at the same moment', async () => {
  const { link } = await invite('Bo')
  const outcomes = await Promise.allSettled([accept(tokenOf(link), 'Bo'), accept(tokenOf(link), 'Bo')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('links are not kept: neither with idempotency keys nor in the log nor in their own table', async () => {
  const { link } = await lin.client.staff.invite({
    body: { email: addressOf('Gao'), name: 'Gao', grants: await asAgent() },
    idempotencyKey: 'invite-gao-once',
  })
  const { rows } = await desk.platform.pool.query(
    `select (select json_agg(i) from idempotency i)::text as replies, (select json_agg(e) from event e)::text as log,
      (select json_agg(n) from invitation n)::text as invitations`,
  )
  expect(JSON.stringify(rows)).toContain('staff.invited')
  expect(JSON.stringify(rows)).not.toContain(tokenOf(link))
})

test('what the inviter has lost meanwhile cannot be accepted', async () => {
  const wen = await desk.person('Wen', 'administrator')
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn({ body: { email: addressOf('Wen'), password } })
  const { link } = await browser.client.staff.invite({
    body: { email: addressOf('Hua'), name: 'Hua', grants: await asAgent() },
  })
  await lin.client.staff.setGrants({ params: { staffId: wen }, body: { grants: [] } })
  await expect(accept(tokenOf(link), 'Hua')).rejects.toMatchObject({ code: 'link_invalid' })
})

test('where mail is set up the link goes out by mail in the inviter’s language, and is not shown', async () => {
  const smtp: SmtpServer = await openSmtp()
  const config = {
    smtpUrl: smtp.url,
    mailFrom: 'help@willow.example',
    publicUrl: 'https://help.willow.example',
  }
  const mailing = await openStaffApp([staffRoutes], config)
  const mail = openMail(config)
  const jobs: Jobs = await startJobs(mailing.platform, staffJobs(mailing.platform, mail))
  await mailing.person('Lin', 'owner')
  const owner = openBrowser(mailing.app)
  await owner.client.staff.signIn({ body: { email: addressOf('Lin'), password } })
  await owner.client.staff.updateMe({ body: { language: 'zh-CN' } })
  const grants = [{ roleId: await mailing.roleId('agent'), brandId: null, shopId: null, teamId: null }]
  const invited = await owner.client.staff.invite({ body: { email: addressOf('Mei'), name: 'Mei', grants } })
  expect(invited).toMatchObject({ mailed: true, link: '' })

  const received = await smtp.next()
  expect(received).toMatchObject({ to: [addressOf('Mei')], subject: '邀请您加入 Shopdesk' })
  const [link = ''] = received.text.match(/https:\/\/help\.willow\.example\/invite#token=\S+/) ?? []
  const mei = openBrowser(mailing.app)
  await mei.client.staff.acceptInvitation({
    body: { token: tokenOf(link), name: 'Mei', password, language: 'en' },
  })
  expect(await mei.client.staff.getMe()).toMatchObject({ email: addressOf('Mei') })
  await jobs.stop()
  mail.close()
  await smtp.close()
  await mailing.close()
})
