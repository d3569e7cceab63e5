import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { line, row } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

test('an agent works a whole talk without a mouse, with the keys that the manual names', async () => {
  const kim = await stage.app.staff('Kim', 'agent')
  const ivo = await stage.app.visitor({ name: 'Ivo' })
  await ivo.client.widget.sendMessage({
    body: { key: 'ivo-asks-1', text: 'My order came without the cable' },
  })
  const inbox = await stage.console(kim, '/inbox/mine')
  await inbox.getByText('Nothing in hand').waitFor()
  await inbox.keyboard.press('g')
  await inbox.keyboard.press('q')
  await row(inbox, 'My order came without the cable').waitFor()
  await inbox.keyboard.press('?')
  const help = inbox.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await help.waitFor()
  await prove(inbox, 'keyboard-1-keys')
  const shown = await help.locator('dd > span > span').allInnerTexts()
  const page = readFileSync(join(import.meta.dirname, '../../docs/inbox.md'), 'utf8')
  const named = [...page.matchAll(/^\| (`.*`) \|/gm)].flatMap(([, cell = '']) =>
    cell.split(', ').map((way) => way.replace(/[`\s]/g, '').toLowerCase()),
  )
  const spelled = shown.map((caps) => caps.replace(/\s+/g, '').toLowerCase())
  expect(spelled.filter((keys) => !named.some((way) => way.includes(keys)))).toEqual([])
  await inbox.keyboard.press('Escape')
  await help.waitFor({ state: 'hidden' })

  await inbox.keyboard.press('j')
  await line(inbox, 'My order came without the cable').waitFor()
  await inbox.keyboard.press('t')
  await inbox.getByText('You have it').waitFor()
  await inbox.keyboard.press('r')
  await inbox.keyboard.type('I will send you one today.')
  await inbox.keyboard.press('Enter')
  await line(inbox, 'I will send you one today.').waitFor()
  await inbox.keyboard.press('Escape')
  await inbox.keyboard.press('n')
  await inbox.keyboard.type('Cable from shelf B2')
  await inbox.keyboard.press('Enter')
  await line(inbox, 'Cable from shelf B2').waitFor()
  await inbox.keyboard.press('Escape')
  await inbox.keyboard.press('e')
  const sheet = inbox.getByRole('dialog', { name: 'Wrap up' })
  await sheet.waitFor()
  await inbox.keyboard.press('Control+Enter')
  await sheet.waitFor({ state: 'detached' })
  await inbox.keyboard.press('g')
  await inbox.keyboard.press('x')
  await row(inbox, 'I will send you one today.').waitFor()
})
