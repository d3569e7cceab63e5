import { expect, test } from 'vitest'
import { answer, line, openRow, say } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

test('a customer writes on the shop’s page, an agent sees it live and answers, the customer reads it', async () => {
  const amy = await stage.app.staff('Amy', 'agent')
  const inbox = await stage.console(amy, '/inbox/queue')
  await inbox.getByText('Nobody is waiting').waitFor()
  await prove(inbox, 'talk-1-empty-queue')

  const widget = await stage.widget()
  await prove(widget, 'talk-2-window')
  await say(widget, 'Where is my parcel?')
  await widget.getByText('Delivered').waitFor()

  await openRow(inbox, 'Where is my parcel?')
  await line(inbox, 'Where is my parcel?').waitFor()
  await prove(inbox, 'talk-3-thread')
  await answer(inbox, 'It left this morning.')

  await line(widget, 'It left this morning.').waitFor()
  await widget.getByText('Amy is helping you').waitFor()
  await inbox.getByText('Read', { exact: true }).waitFor()
  await widget.getByText('Read', { exact: true }).waitFor()
  await prove(widget, 'talk-4-answered')
  await prove(inbox, 'talk-5-read')
})

test('a picture sent by the customer is seen by the agent', async () => {
  const bo = await stage.app.staff('Bo', 'agent')
  const widget = await stage.widget()
  await widget.getByLabel('Write a message').fill('The lantern has a scratch')
  await widget.locator('input[type=file]').setInputFiles({
    name: 'scratch.png',
    mimeType: 'image/png',
    buffer: await widget.screenshot({ clip: { x: 0, y: 0, width: 320, height: 240 } }),
  })
  await widget.locator('.chip small').waitFor()
  await widget.getByRole('button', { name: 'Send' }).click()
  await widget.getByText('Delivered').waitFor()
  const inbox = await stage.console(bo, '/inbox/queue')
  await openRow(inbox, 'The lantern has a scratch')
  const picture = line(inbox, 'The lantern has a scratch').locator('img')
  await picture.waitFor()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await prove(inbox, 'talk-6-picture')
})

test('without a connection nothing is lost and nothing comes twice', async () => {
  const cy = await stage.app.staff('Cy', 'agent')
  const widget = await stage.widget()
  await say(widget, 'Before the tunnel')
  await widget.getByText('Delivered').waitFor()
  const inbox = await stage.console(cy, '/inbox/queue')
  await openRow(inbox, 'Before the tunnel')

  await widget.context().setOffline(true)
  await say(widget, 'Inside the tunnel, one')
  await say(widget, 'Inside the tunnel, two')
  await widget.getByText('Waits for the connection').waitFor()
  await prove(widget, 'talk-7-offline')
  await answer(inbox, 'Said while you were away')
  await inbox.getByText('Delivered').waitFor()
  // The first message after the tunnel is stored, but its acknowledgement gets lost.
  let lost = 0
  await widget.route('**/api/widget/messages', async (route) => {
    if (route.request().method() === 'POST' && lost === 0) {
      lost += 1
      await route.fetch()
      return route.abort()
    }
    return route.fallback()
  })
  await widget.context().setOffline(false)

  for (const words of ['Inside the tunnel, one', 'Inside the tunnel, two', 'Said while you were away']) {
    await line(inbox, words).waitFor()
    await line(widget, words).waitFor()
  }
  await widget.getByText(/^(Delivered|Read)$/).waitFor()
  expect(lost).toBe(1)
  const spoken = (await widget.locator('.line .bubble').allInnerTexts()).filter((words) =>
    /tunnel|away/.test(words),
  )
  expect(spoken.toSorted()).toEqual(
    [
      'Before the tunnel',
      'Inside the tunnel, one',
      'Inside the tunnel, two',
      'Said while you were away',
    ].toSorted(),
  )
  for (const words of spoken) expect(await line(inbox, words).count(), words).toBe(1)
})

test('customer and agent can each take back what they said', async () => {
  const di = await stage.app.staff('Di', 'agent')
  const widget = await stage.widget()
  await say(widget, 'My password is lantern40')
  await widget.getByText('Delivered').waitFor()
  const inbox = await stage.console(di, '/inbox/queue')
  await openRow(inbox, 'My password is lantern40')
  await answer(inbox, 'Meant for somebody else')
  await line(widget, 'Meant for somebody else').waitFor()

  await line(widget, 'My password is lantern40').hover()
  await line(widget, 'My password is lantern40').getByRole('button', { name: 'Recall' }).click()
  await widget.getByText('You recalled a message').waitFor()
  await inbox.getByText('Visitor recalled this message').waitFor()

  const own = line(inbox, 'Meant for somebody else')
  await own.hover()
  await own.getByRole('button', { name: 'What to do with this message' }).click()
  await inbox.getByRole('menuitem', { name: 'Recall' }).click()
  await inbox.getByText('You recalled this message').waitFor()
  await widget.getByText('A message was recalled').waitFor()
  expect(await widget.content()).not.toContain('Meant for somebody else')
  await expect.poll(() => inbox.content()).not.toContain('lantern40')
  await prove(inbox, 'talk-8-recalled')
})
