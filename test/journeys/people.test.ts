import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { testPassword } from '../support/app.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

test('an invited agent follows the link and begins the day', async () => {
  const settings = await stage.console(stage.app.owner, '/settings/staff')
  await settings.getByRole('button', { name: 'Invite' }).click()
  const sheet = settings.getByRole('dialog')
  await sheet.getByLabel('E-mail').fill('eve@desk.example')
  await sheet.getByLabel('Name', { exact: true }).fill('Eve')
  await sheet.getByRole('combobox', { name: 'Role' }).first().click()
  await settings.locator('.ant-select-item-option', { hasText: 'Agent' }).click()
  await prove(settings, 'people-1-invite')
  await sheet.getByRole('button', { name: 'Invite' }).click()
  const link = settings.getByText(/\/invite#token=/)
  await link.waitFor()
  const address = (await link.innerText()).trim()
  await prove(settings, 'people-2-link')

  const page = await stage.browse()
  await page.goto(address)
  await page.getByLabel('Password').fill('three small lanterns')
  await prove(page, 'people-3-join')
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByText('Nothing waits for you').waitFor()
})

test('with two-step sign-in the password alone opens nothing', async () => {
  const finn = await stage.app.staff('Finn', 'agent')
  const profile = await stage.console(finn, '/profile')
  await profile.getByRole('button', { name: 'Turn on' }).click()
  await profile.getByLabel('Current password').last().fill(testPassword)
  await profile.getByRole('button', { name: 'Continue' }).click()
  const key = (await profile.getByText(/^[A-Z2-7]{16,}$/).innerText()).trim()
  await profile.getByLabel('Code from the app').fill(codeOf(key, 0))
  await prove(profile, 'people-4-pairing')
  await profile.getByRole('button', { name: 'Turn on two-step sign-in' }).click()
  await profile.getByText('Two-step sign-in is on').waitFor()

  const page = await stage.browse()
  await page.goto(`${stage.app.url}/inbox/mine`)
  await prove(page, 'people-5-sign-in')
  await signIn(page, 'finn@desk.example', testPassword)
  await page.getByRole('heading', { name: 'Second step' }).waitFor()
  await prove(page, 'people-6-second-step')
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('alert').first().waitFor()
  await page.getByLabel('Code').fill(codeOf(key, 1))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Nothing in hand').waitFor()
})

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** What an authenticator app shows (RFC 6238), or will show that many half minutes later. */
function codeOf(key: string, later: number): string {
  const bits = [...key].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const secret = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}
