import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../test/support/browser.ts'
import { addressOf, openStaffApp, password, type StaffApp } from '../../test/support/staff-app.ts'
import { staffRoutes } from './routes.ts'

let desk: StaffApp
beforeAll(async () => {
  desk = await openStaffApp([staffRoutes])
  await desk.person('Lin', 'owner')
  await desk.person('Mei', 'agent')
})
afterAll(() => desk.close())

const credentials = (name: string, with_ = password) => ({
  body: { email: addressOf(name), password: with_ },
})

test('with the right password one is in, and knows what one may do', async () => {
  const { client } = openBrowser(desk.app)
  expect(await client.staff.signIn(credentials('Mei'))).toEqual({ status: 'signed_in' })
  const me = await client.staff.getMe()
  expect(me).toMatchObject({ name: 'Mei', email: 'mei@desk.example', twoFactor: false, teamIds: [] })
  expect(me.grants[0]?.permissions).toContain('conversation.reply')
})

test('the cookie is out of reach for scripts and other sites', async () => {
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn(credentials('Mei'))
  const [line = ''] = browser.lastSetCookies
  expect(line).toMatch(/^shopdesk\.session_token=/)
  expect(line).toMatch(/HttpOnly/)
  expect(line).toMatch(/SameSite=Lax/)
  expect(line).toMatch(/Max-Age=\d+/)
  expect(line).not.toMatch(/Secure/)
})

test('who does not want to be remembered gets a cookie that ends with the browser', async () => {
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn({ body: { ...credentials('Mei').body, remember: false } })
  const line = browser.lastSetCookies.find((cookie) => cookie.startsWith('shopdesk.session_token='))
  expect(line).not.toMatch(/Max-Age/)
})

test('an unknown address and a wrong password look the same', async () => {
  const { client } = openBrowser(desk.app, '192.0.2.2')
  const answers = await Promise.all([
    client.staff.signIn(credentials('Mei', 'not the password')).catch((error) => error),
    client.staff.signIn(credentials('Nobody')).catch((error) => error),
  ])
  expect(answers.map((error) => [error.status, error.code, error.data])).toEqual([
    [401, 'sign_in_wrong', {}],
    [401, 'sign_in_wrong', {}],
  ])
})

test('signing out ends the sign-in', async () => {
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn(credentials('Mei'))
  const stolen = new Map(browser.cookies)
  await browser.client.staff.signOut()
  const thief = openBrowser(desk.app)
  for (const [name, value] of stolen) thief.cookies.set(name, value)
  await expect(thief.client.staff.getMe()).rejects.toMatchObject({ code: 'sign_in_needed' })
})

test('a changed cookie is worth nothing', async () => {
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn(credentials('Mei'))
  for (const [name, value] of browser.cookies) browser.cookies.set(name, `x${value.slice(1)}`)
  await expect(browser.client.staff.getMe()).rejects.toMatchObject({ code: 'sign_in_needed' })
})

test('ten wrong passwords lock an account for a while, an unknown one just so', async () => {
  await desk.person('Yu', 'agent')
  const attempt = (name: string, word: string) =>
    openBrowser(desk.app, '192.0.2.3').client.staff.signIn(credentials(name, word))
  const codeOf = (refused: { code: string }) => refused.code
  for (const name of ['Yu', 'Nobody.Else']) {
    const wrong = Array.from({ length: 10 }, () => attempt(name, 'wrong').catch(codeOf))
    expect(new Set(await Promise.all(wrong))).toEqual(new Set(['sign_in_wrong']))
    await expect(attempt(name, password)).rejects.toMatchObject({ status: 429, code: 'too_many_requests' })
  }
  desk.pass(15 * 60)
  expect(await attempt('Yu', password)).toEqual({ status: 'signed_in' })
})

test('own settings change one at a time', async () => {
  const { client } = openBrowser(desk.app)
  await client.staff.signIn(credentials('Mei'))
  await client.staff.updateMe({ body: { settings: { density: 'compact' } } })
  await client.staff.updateMe({ body: { settings: { theme: 'dark' }, language: 'zh-CN' } })
  const me = await client.staff.getMe()
  expect(me.settings).toMatchObject({ theme: 'dark', density: 'compact', sound: true })
  expect(me.language).toBe('zh-CN')
})

test('a sign-in that is in use is prolonged', async () => {
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn(credentials('Mei'))
  await browser.client.staff.getMe()
  expect(browser.lastSetCookies).toEqual([])
  await desk.platform.pool.query(`update auth_session set expires_at = now() + interval '12 days'`)
  await browser.client.staff.getMe()
  expect(browser.lastSetCookies[0]).toMatch(/^shopdesk\.session_token=.*Max-Age=1209600/)
})
