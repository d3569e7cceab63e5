import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answer, openRow, row } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

test('a manager makes a calendar, and sees in the month what it means', async () => {
  const page = await stage.console(stage.app.owner, '/settings/service-calendars')
  await page.getByRole('button', { name: 'New calendar' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name', { exact: true }).fill('Shanghai office')
  await sheet.getByRole('button', { name: 'Add hours to Saturday' }).click()
  await sheet.getByLabel('Saturday, hours 1: from').fill('22')
  await sheet.getByLabel('Saturday, hours 1: to').fill('6')
  await sheet.getByLabel('Saturday, hours 1: from').focus()
  expect(await sheet.getByLabel('Saturday, hours 1: to').inputValue()).toBe('06:00')

  await sheet.getByLabel('Monday, hours 1: to').fill('noon')
  await sheet.getByText('Use a time such as 09:00.').waitFor()
  await sheet.getByLabel('Monday, hours 1: to').fill('1800')

  await sheet.getByRole('combobox', { name: 'Country' }).click()
  await page.keyboard.type('China')
  await page.locator('.ant-select-item-option', { hasText: /^China$/ }).click()
  await sheet.getByRole('list').getByText('National Day').first().waitFor()
  const grid = sheet.getByRole('grid')
  await grid.getByRole('gridcell', { selected: true }).focus()
  const first = await selectedDay(page)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => selectedDay(page)).not.toBe(first)
  await prove(page, 'clocks-1-calendar')
  await page.keyboard.press('Enter')
  await sheet.locator('fieldset[id^="exception-"]').waitFor()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Mon–Fri 09:00–18:00').waitFor()
})

test('policies say what is promised, and move by keyboard', async () => {
  const page = await stage.console(stage.app.owner, '/settings/service-clocks')
  await page.getByRole('button', { name: 'New policy' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name', { exact: true }).fill('Night shift')
  await sheet.getByLabel('First response: warn after', { exact: true }).fill('900')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await sheet.getByText('The warning must come before the target.').waitFor()
  await sheet.getByLabel('First response: warn after', { exact: true }).fill('')
  await sheet.getByText('at 80 %, 4 min').waitFor()
  // Off the button: its paler colour under the pointer is not what is looked at.
  await page.mouse.move(5, 5)
  await prove(page, 'clocks-2-policy')
  await sheet.getByRole('button', { name: 'Save' }).click()
  const up = page.getByRole('button', { name: 'Move “Night shift” up' })
  await up.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => page.getByRole('listitem').first().innerText()).toContain('Night shift')
  await prove(page, 'clocks-3-policies')
})

test('the running clock is explained, and a promise is made, seen and kept', async () => {
  const amy = await stage.app.staff('Amy', 'agent')
  const customer = await stage.app.visitor({ name: 'Rosa Alvarez', email: 'rosa@mail.example' })
  const source = { page: 'https://lantern.example/', pageTitle: 'Lantern', language: 'en' }
  await customer.client.widget.sendMessage({
    body: { key: 'rosa-clock-1', text: 'Where is my parcel?', source },
  })
  const inbox = await stage.console(amy, '/inbox/due')
  await row(inbox, 'Where is my parcel?').getByText('left').waitFor()
  await openRow(inbox, 'Where is my parcel?')
  await inbox.getByRole('button', { name: /First response/ }).click()
  const why = inbox.getByRole('tooltip')
  await why.getByText('5 min').waitFor()
  await prove(inbox, 'clocks-4-why')
  await inbox.keyboard.press('Escape')

  await answer(inbox, 'One moment please, I will look.')
  await inbox.getByRole('button', { name: /After “one moment”/ }).waitFor()

  await inbox
    .getByRole('button', { name: /^Note a promise/ })
    .first()
    .click()
  const sheet = inbox.getByRole('dialog')
  await sheet.getByLabel('What was promised').fill('Tell where the parcel is')
  await sheet.getByRole('button', { name: 'In 3 hours' }).click()
  await prove(inbox, 'clocks-5-promise')
  await sheet.getByRole('button', { name: 'Note it' }).click()
  await inbox.getByRole('button', { name: /Promised: Tell where the parcel is/ }).waitFor()

  await inbox.locator('nav').getByText('Promises', { exact: true }).click()
  const mine = inbox.getByRole('list', { name: 'My promises' })
  await mine.getByText('Rosa Alvarez').waitFor()
  await prove(inbox, 'clocks-6-promises')
  await mine.getByRole('button', { name: /Promise kept/ }).click()
  await inbox.getByText('No promises to keep').waitFor()
})

/** The day of the month on which the keyboard stands. */
function selectedDay(page: Page): Promise<string | null> {
  return page.locator('[role="gridcell"][aria-selected="true"]').getAttribute('data-date')
}
