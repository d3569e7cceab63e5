import { test } from 'vitest'
import { answer, composer, line, openRow, row, say } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

test('a note with a mention brings a colleague in, who accepts when it is handed over to them', async () => {
  const amy = await stage.app.staff('Amy', 'agent')
  const bea = await stage.app.staff('Bea', 'agent')
  const theirs = await stage.console(bea, '/inbox/mine')
  await theirs.getByText('Nothing in hand').waitFor()
  const customer = await stage.app.visitor({ name: 'Lin' })
  await customer.client.widget.sendMessage({ body: { key: 'lin-first-words', text: 'I need an invoice' } })

  const inbox = await stage.console(amy, '/inbox/queue')
  await openRow(inbox, 'I need an invoice')
  await inbox.keyboard.press('n')
  await composer(inbox).pressSequentially('Do you know the tax number? @Be')
  await inbox.getByRole('option', { name: /Bea/ }).waitFor()
  await composer(inbox).press('Enter')
  await prove(inbox, 'team-1-mention')
  await composer(inbox).press('Enter')
  await line(inbox, 'Do you know the tax number? @Bea').waitFor()

  await theirs.getByRole('button', { name: 'Notices, 1 unread' }).click()
  await theirs.getByText('Amy mentioned you in the conversation with Lin').waitFor()
  await prove(theirs, 'team-2-notice')
  await theirs.keyboard.press('Escape')

  await inbox.getByRole('button', { name: 'Hand over' }).click()
  const sheet = inbox.getByRole('dialog', { name: 'Hand over' })
  await sheet.getByRole('combobox', { name: 'Person' }).fill('Bea')
  await inbox.locator('.ant-select-item-option', { hasText: 'Bea' }).click()
  await sheet.getByLabel('Reason').fill('Wants an invoice, tax number is missing')
  await prove(inbox, 'team-3-hand-over')
  await sheet.getByRole('button', { name: 'Offer' }).click()
  await sheet.waitFor({ state: 'detached' })

  await theirs.getByRole('button', { name: /^Accept/ }).click()
  await openRow(theirs, 'I need an invoice')
  await theirs.getByText('Wants an invoice, tax number is missing').first().waitFor()
  await theirs.getByRole('button', { name: 'Notices, 2 unread' }).waitFor()
})

test('a resolved conversation comes back when the customer writes again', async () => {
  const cy = await stage.app.staff('Cy', 'agent')
  const widget = await stage.widget()
  await say(widget, 'How do I return it?')
  const inbox = await stage.console(cy, '/inbox/queue')
  await openRow(inbox, 'How do I return it?')
  await answer(inbox, 'In your order, under Return.')
  await line(widget, 'In your order, under Return.').waitFor()

  await inbox.getByRole('button', { name: 'Resolve' }).click()
  const sheet = inbox.getByRole('dialog', { name: 'Wrap up' })
  await sheet.getByRole('combobox', { name: 'Topic' }).fill('Return')
  await inbox.locator('.ant-select-tree-node-content-wrapper', { hasText: 'Return and refund' }).click()
  await sheet.getByLabel('Solved', { exact: true }).check()
  await sheet.getByLabel('Note').fill('Told where to ask for the return')
  await prove(inbox, 'team-4-wrap-up')
  await sheet.getByRole('button', { name: 'Resolve' }).click()
  await sheet.waitFor({ state: 'detached' })
  await inbox.goto(`${stage.app.url}/inbox/closed`)
  await row(inbox, 'In your order, under Return.').getByText('Resolved').waitFor()

  await inbox.goto(`${stage.app.url}/inbox/mine`)
  await inbox.getByText('Nothing in hand').waitFor()
  await say(widget, 'There is no such button')
  await openRow(inbox, 'There is no such button')
  await line(inbox, 'How do I return it?').waitFor()
  await prove(inbox, 'team-5-back-again')
})

test('a canned reply is found by / and fills itself in', async () => {
  const di = await stage.app.staff('Di', 'agent')
  const widget = await stage.widget()
  await say(widget, 'Anybody there?')
  const inbox = await stage.console(di, '/inbox/queue')
  await openRow(inbox, 'Anybody there?')
  await composer(inbox).pressSequentially('/hel')
  await inbox.getByRole('listbox', { name: 'Canned replies' }).getByRole('option').first().waitFor()
  await prove(inbox, 'team-6-canned')
  await composer(inbox).press('Enter')
  await composer(inbox).press('Enter')
  await line(widget, 'Hello, this is Di. How can I help you?').waitFor()
})
