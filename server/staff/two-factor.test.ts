import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, openBrowser } from '../../test/support/browser.ts'
import { addressOf, openStaffApp, password, type StaffApp } from '../../test/support/staff-app.ts'
import { staffRoutes } from './routes.ts'

let desk: StaffApp
let number = 0
let email: string
let browser: Browser
let secret: Buffer
let backupCodes: string[]
beforeAll(async () => {
  desk = await openStaffApp([staffRoutes], { publicUrl: 'https://help.willow.example' })
})
afterAll(() => desk.close())
beforeEach(async () => {
  const name = `Mei${++number}`
  await desk.person(name, 'agent')
  email = addressOf(name)
  browser = openBrowser(desk.app)
  await signIn(browser)
  const begun = await browser.client.staff.startTwoFactor({ body: { password } })
  secret = base32(new URL(begun.uri).searchParams.get('secret') ?? '')
  backupCodes = begun.backupCodes
  await browser.client.staff.confirmTwoFactor({ body: { code: codeNow() } })
})

const signIn = (into: Browser) => into.client.staff.signIn({ body: { email, password } })
const finish = (into: Browser, code: string, kind: 'totp' | 'backup' = 'totp', trustDevice = false) =>
  into.client.staff.signInTwoFactor({ body: { kind, code, trustDevice } })

/** RFC 6238 with SHA-1, six digits, 30 seconds: what an authenticator app shows. */
function codeNow(steps = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const hmac = createHmac('sha1', secret).update(counter).digest()
  const offset = (hmac.at(-1) ?? 0) & 15
  return String((hmac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** A code that is not accepted, whatever the clock does meanwhile. */
function wrongCode(): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeNow(steps))
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? ''
  )
}

test('once two-factor is on, the password alone is not enough', async () => {
  expect(await browser.client.staff.getMe()).toMatchObject({ twoFactor: true })
  const other = openBrowser(desk.app)
  expect(await signIn(other)).toEqual({ status: 'two_factor' })
  await expect(other.client.staff.getMe()).rejects.toMatchObject({ code: 'sign_in_needed' })
  expect(await finish(other, codeNow())).toEqual({ status: 'signed_in' })
  expect(await other.client.staff.getMe()).toMatchObject({ email })
})

test('every cookie of it is Secure, HttpOnly and Lax on an https address', async () => {
  const other = openBrowser(desk.app)
  await signIn(other)
  await finish(other, codeNow(), 'totp', true)
  expect(other.lastSetCookies.length).toBeGreaterThan(1)
  for (const line of other.lastSetCookies) {
    expect(line).toMatch(/^__Secure-shopdesk\./)
    expect(line).toMatch(/; Secure/)
    expect(line).toMatch(/; HttpOnly/)
    expect(line).toMatch(/; SameSite=Lax/)
  }
})

test('a code that was seen over the shoulder cannot be used again', async () => {
  const code = codeNow()
  const [owner, thief] = [openBrowser(desk.app), openBrowser(desk.app)]
  await signIn(owner)
  await signIn(thief)
  await finish(owner, code)
  await expect(finish(thief, code)).rejects.toMatchObject({ code: 'two_factor_wrong' })
  await expect(thief.client.staff.getMe()).rejects.toMatchObject({ code: 'sign_in_needed' })
})

test('a back-up code works once', async () => {
  const [code = ''] = backupCodes
  const [first, second] = [openBrowser(desk.app), openBrowser(desk.app)]
  await signIn(first)
  await finish(first, code, 'backup')
  await signIn(second)
  await expect(finish(second, code, 'backup')).rejects.toMatchObject({ code: 'two_factor_wrong' })
})

test('a code without a password before it leads nowhere', async () => {
  await expect(finish(openBrowser(desk.app), codeNow())).rejects.toMatchObject({ code: 'two_factor_missing' })
})

test('a code is no second chance for a browser in which somebody else is signed in', async () => {
  const shared = openBrowser(desk.app)
  await desk.person(`Guest${number}`, 'agent')
  await shared.client.staff.signIn({ body: { email: addressOf(`Guest${number}`), password } })
  await signIn(shared)
  await finish(shared, codeNow())
  expect(await shared.client.staff.getMe()).toMatchObject({ email })
})

test('ten wrong codes lock the account for a while, over any number of sign-ins', async () => {
  for (let round = 0; round < 2; round++) {
    const guesser = openBrowser(desk.app, '192.0.2.77')
    await signIn(guesser)
    for (let i = 0; i < 5; i++) {
      await expect(finish(guesser, wrongCode())).rejects.toMatchObject({ code: 'two_factor_wrong' })
    }
    if (round === 0)
      await expect(finish(guesser, codeNow())).rejects.toMatchObject({ code: 'two_factor_missing' })
  }
  const guesser = openBrowser(desk.app, '192.0.2.77')
  await signIn(guesser)
  await expect(finish(guesser, codeNow())).rejects.toMatchObject({ status: 429, code: 'too_many_requests' })
})

test('a trusted device is asked for the password only, until the password is reset', async () => {
  await finish(await begun(), codeNow(), 'totp', true)
  async function begun() {
    browser = openBrowser(desk.app)
    await signIn(browser)
    return browser
  }
  await browser.client.staff.signOut()
  expect(await signIn(browser)).toEqual({ status: 'signed_in' })
  await browser.client.staff.changePassword({ body: { current: password, next: 'a new long password' } })
  await browser.client.staff.signOut()
  const again = browser.client.staff.signIn({ body: { email, password: 'a new long password' } })
  expect(await again).toEqual({ status: 'two_factor' })
})

test('it is turned off with the password, and not without', async () => {
  const wrong = browser.client.staff.disableTwoFactor({ body: { password: 'not the password' } })
  await expect(wrong).rejects.toMatchObject({ code: 'password_wrong' })
  await browser.client.staff.disableTwoFactor({ body: { password } })
  expect(await browser.client.staff.getMe()).toMatchObject({ twoFactor: false })
  expect(await signIn(openBrowser(desk.app))).toEqual({ status: 'signed_in' })
})

test('two-factor that is on is not begun anew', async () => {
  const again = browser.client.staff.startTwoFactor({ body: { password } })
  await expect(again).rejects.toMatchObject({ code: 'two_factor_on' })
})
