import { expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

test('an agent says whether they are there, with the mouse and with keys', async () => {
  const ann = await stage.app.staff('Ann', 'agent')
  const bob = await stage.app.staff('Bob', 'agent')
  const { owner } = stage.app
  const memberIds = [ann.staffId, bob.staffId]
  const { teamId } = await owner.client.team.createTeam({ body: { name: 'Day', memberIds } })
  await owner.client.presence.setBreakQuota({ params: { teamId }, body: { mostOnBreak: 1 } })

  const page = await stage.console(ann, '/inbox/mine')
  const button = (state: string) => page.getByRole('button', { name: `Your presence: ${state}` })
  await button('Offline').waitFor()
  await page.getByText('Nothing in hand').waitFor()
  await page.keyboard.press('Shift+O')
  await button('Online').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.getByRole('menuitem', { name: /^Meal/ }).waitFor()
  await prove(page, 'presence-1-menu')
  await page.getByRole('menuitem', { name: /^Meal/ }).click()
  await button('Meal').waitFor()

  const theirs = await stage.console(bob, '/inbox/mine', phone)
  await theirs.getByRole('button', { name: 'Your presence: Offline' }).click()
  await theirs.getByRole('menuitem', { name: /^Short rest/ }).click()
  const refused = theirs.getByRole('alert').filter({ hasText: 'place for breaks of Day is taken' })
  await refused.getByText('Ann').waitFor()
  await prove(theirs, 'presence-2-full')
  expect(await theirs.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)

  await owner.client.presence.setPresence({ params: { staffId: ann.staffId }, body: { state: 'paused' } })
  await button('Paused').waitFor()
})

test('a lead plans a shift by keyboard and takes it back; the next shift signs what was handed over', async () => {
  const { owner, brandId } = stage.app
  const lea = await stage.app.staff('Lea', 'duty_lead')
  const nik = await stage.app.staff('Nik', 'agent')
  const memberIds = [lea.staffId, nik.staffId]
  const { teamId } = await owner.client.team.createTeam({ body: { brandId, name: 'Late', memberIds } })

  const page = await stage.console(lea, `/settings/roster?team=${teamId}&week=2026-11-09`)
  const place = page.getByRole('button', { name: /^Plan a shift for Nik, .*11/ })
  await place.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Plan a shift' })
  await sheet.getByTitle('Nik').waitFor()
  await page.keyboard.press('Control+Enter')
  const shift = page.getByRole('button', { name: '09:00–18:00' })
  await shift.waitFor()
  await prove(page, 'presence-3-roster')
  await shift.click()
  await page.getByRole('button', { name: 'Take off' }).click()
  await shift.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await shift.waitFor()

  const customer = await stage.app.visitor({ name: 'Mei' })
  await customer.client.widget.sendMessage({ body: { key: 'mei-asks-1', text: 'Where is it?' } })
  await page.goto(`${stage.app.url}/settings/handover`)
  await page.getByRole('link', { name: 'Mei' }).waitFor()
  await page.getByLabel('What the next shift must know').fill('Mei waits for the courier')
  await page.getByRole('button', { name: 'Hand over the shift' }).click()
  await page.getByText('Not signed yet').waitFor()

  const next = await stage.console(nik, '/settings/handover')
  await next.getByText('Mei waits for the courier').waitFor()
  await prove(next, 'presence-4-handover')
  await next.getByRole('button', { name: 'Sign' }).click()
  await page.getByText('Signed by Nik').waitFor()
})
