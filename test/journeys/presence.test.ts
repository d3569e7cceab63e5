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
