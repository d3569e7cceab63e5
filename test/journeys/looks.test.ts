import { expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { answer, composer, line, openRow, row, say } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

/** A customer of this name asks something. */
async function asked(name: string, key: string, text: string): Promise<void> {
  const customer = await stage.app.visitor({ name })
  await customer.client.widget.sendMessage({ body: { key, text } })
}

test('everything speaks Chinese to those who do', async () => {
  const mei = await stage.app.staff('Mei', 'agent')
  await mei.client.staff.updateMe({ body: { language: 'zh-CN' } })
  const inbox = await stage.console(mei, '/inbox/queue', { language: 'zh-CN' })
  await inbox.getByText('没有人在排队').waitFor()
  const widget = await stage.widget({ language: 'zh-CN' })
  await say(widget, '请问灯笼什么时候发货？', '输入消息')
  await widget.getByText('已送达').waitFor()
  await openRow(inbox, '请问灯笼什么时候发货？')
  await answer(inbox, '今天下午发出，请放心。')
  await line(widget, '今天下午发出，请放心。').waitFor()
  await widget.getByText('Mei 正在为您服务').waitFor()
  await prove(widget, 'looks-1-zh-window')
  await prove(inbox, 'looks-2-zh-inbox')
  await inbox.getByRole('button', { name: '解决' }).click()
  await inbox.getByRole('dialog', { name: '服务小结' }).waitFor()
  await prove(inbox, 'looks-3-zh-wrap-up')
})

test('the inbox and the window fit a phone', async () => {
  const pia = await stage.app.staff('Pia', 'agent')
  await asked('Tang Lei', 'tang-lei-asks-1', 'Is the lantern waterproof?')
  const inbox = await stage.console(pia, '/inbox/queue', phone)
  await row(inbox, 'Is the lantern waterproof?').waitFor()
  await prove(inbox, 'looks-4-phone-list')
  await openRow(inbox, 'Is the lantern waterproof?')
  await answer(inbox, 'Yes, against rain.')
  await line(inbox, 'Yes, against rain.').waitFor()
  await prove(inbox, 'looks-5-phone-thread')
  expect(await inbox.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await inbox.getByRole('button', { name: 'Back to the list' }).click()
  await inbox.getByRole('link', { name: /Mine/ }).click()
  await row(inbox, 'Yes, against rain.').waitFor()

  const widget = await stage.widget(phone)
  await say(widget, 'And in snow?')
  await widget.getByText('Delivered').waitFor()
  await prove(widget, 'looks-6-phone-window')
  const box = await widget.getByRole('dialog').boundingBox()
  expect(box).toMatchObject({ x: 0, width: 390 })
})

test('it is dark where the system is dark, and light again at a key', async () => {
  const dov = await stage.app.staff('Dov', 'agent')
  await asked('Noor', 'noor-asks-1', 'Can I change the address?')
  const inbox = await stage.console(dov, '/inbox/queue', { colorScheme: 'dark' })
  await openRow(inbox, 'Can I change the address?')
  await line(inbox, 'Can I change the address?').waitFor()
  expect(await inbox.locator('html').getAttribute('data-theme')).toBe('dark')
  await prove(inbox, 'looks-7-dark')
  await composer(inbox).press('Escape')
  await inbox.keyboard.press('Shift+D')
  await inbox.locator('html[data-theme=light]').waitFor()
})
