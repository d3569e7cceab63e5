import { expect, test } from 'vitest'
import { hashOfToken } from '../../server/platform/auth/random-token.ts'
import type { Caller } from '../support/app.ts'
import { endAllResolved } from '../support/ending.ts'
import { takeNextOf } from '../support/next.ts'
import { phone } from './support/browser.ts'
import { answer, line, openRow, row, say } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

/** Resolves what this person has, and ends it as if a quarter of an hour had passed. */
async function end(who: Caller): Promise<number> {
  const { conversations } = await who.client.conversation.listConversations({ query: { view: 'mine' } })
  const conversationId = conversations[0]?.id ?? 0
  await who.client.conversation.resolveConversation({
    params: { conversationId },
    body: { topicId: null, outcome: 'solved' },
  })
  await stage.app.platform.pool.query(`update conversation set ends_at = started_at where id = $1`, [
    conversationId,
  ])
  await endAllResolved(stage.app)
  return conversationId
}

/** A talk that this person answered and that has ended, with a link to rate it as a mail would hold it. */
async function linkTo(who: Caller, text: string): Promise<string> {
  const customer = await stage.app.visitor({ name: 'Rosa' })
  await customer.client.widget.sendMessage({ body: { key: `${text}-asks`, text } })
  const conversationId = await takeNextOf(who)
  await who.client.message.reply({
    params: { conversationId },
    body: { key: `${text}-reply`, text: 'We are sorry.' },
  })
  await end(who)
  const token = `${text}-`.padEnd(43, 'x')
  const keep = () =>
    stage.app.platform.pool.query(`update rating set token_hash = $2 where conversation_id = $1`, [
      conversationId,
      hashOfToken(token),
    ])
  await expect.poll(async () => (await keep()).rowCount, { timeout: 10_000 }).toBe(1)
  return `${stage.app.url}/rate#token=${token}`
}

test('a customer is answered, it ends, they rate it in the window, and the agent sees it', async () => {
  const amy = await stage.app.staff('Amy', 'agent')
  const widget = await stage.widget()
  await say(widget, 'Where is my parcel?')
  const inbox = await stage.console(amy, '/inbox/queue')
  await openRow(inbox, 'Where is my parcel?')
  await answer(inbox, 'It left this morning.')
  await line(widget, 'It left this morning.').waitFor()
  await end(amy)

  await widget.getByText('How was it?').waitFor()
  await prove(widget, 'rating-1-asked')
  await widget.getByLabel('4 of 5').check({ force: true })
  await widget.getByLabel('4 of 5').press('ArrowRight')
  await widget.getByRole('button', { name: 'Quick' }).click()
  await widget.getByRole('button', { name: 'Yes' }).click()
  await widget.getByLabel('Anything else? (optional)').fill('Thank you, that was fast!')
  await prove(widget, 'rating-2-filled')
  await widget.locator('.card').getByRole('button', { name: 'Send' }).click()
  await widget.getByText('Thank you: 5 of 5.').waitFor()
  await prove(widget, 'rating-3-thanks')

  await inbox.getByText('The customer gave 5 of 5').waitFor()
  await inbox.getByText('Thank you, that was fast!').waitFor()
  await inbox.getByText('Credited to Amy').waitFor()
  await prove(inbox, 'rating-4-agent')

  await widget.getByRole('button', { name: 'Change' }).click()
  await widget.getByLabel('5 of 5').press('ArrowLeft')
  await widget.getByLabel('4 of 5').press('ArrowLeft')
  await widget.locator('.card').getByRole('button', { name: 'Send' }).click()
  await inbox.getByText('The customer changed the rating to 3 of 5').waitFor()
})

test('a customer who has left rates by the link, on a phone, and those who lead are told', async () => {
  const lena = await stage.app.staff('Lena', 'supervisor')
  const bo = await stage.app.staff('Bo', 'agent')
  const link = await linkTo(bo, 'broken-lantern')
  const page = await stage.browse(phone)
  await page.goto(link)
  await page.getByRole('heading', { name: 'How was it?' }).waitFor()
  await prove(page, 'rating-5-link')
  await page.getByLabel('2 of 5').check({ force: true })
  await page.getByText('Unfriendly').click()
  await page.getByText('No', { exact: true }).click()
  await page.getByLabel('Anything else? (optional)').fill('Nobody apologised.')
  await prove(page, 'rating-6-link-filled')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  await prove(page, 'rating-7-link-thanks')
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)

  const ratings = await stage.console(lena, '/ratings')
  await ratings.getByText('Nobody apologised.').waitFor()
  await prove(ratings, 'rating-8-page')
  await ratings.getByRole('button', { name: /Notices, \d+ unread/ }).click()
  await ratings.getByText('Rosa gave a low rating').click()
  await ratings.getByText('The customer gave 2 of 5').waitFor()

  await page.getByRole('button', { name: 'Change the rating' }).click()
  await page.getByLabel('4 of 5').check({ force: true })
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('heading', { name: 'Changed, thank you' }).waitFor()
  await page.goto(`${stage.app.url}/rate#token=${'y'.repeat(43)}`)
  await page.reload()
  await page.getByRole('heading', { name: 'This link leads nowhere' }).waitFor()
  await prove(page, 'rating-9-unknown')
})

test('it speaks Chinese, and is dark where the system is dark', async () => {
  const mei = await stage.app.staff('Mei', 'supervisor')
  await mei.client.staff.updateMe({ body: { language: 'zh-CN' } })
  const link = await linkTo(mei, 'chinese-lantern')
  const page = await stage.browse({ ...phone, language: 'zh-CN', colorScheme: 'dark' })
  await page.goto(link)
  await page.getByRole('heading', { name: '这次服务怎么样？' }).waitFor()
  await page.getByLabel('5 分，满分 5 分').check({ force: true })
  await page.getByText('讲得清楚').click()
  await prove(page, 'rating-10-zh-dark-link')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '谢谢您的评价' }).waitFor()

  const widget = await stage.widget({ language: 'zh-CN', colorScheme: 'dark' })
  await say(widget, '灯笼什么时候发货？', '输入消息')
  await widget.getByText('已送达').waitFor()
  const inbox = await stage.console(mei, '/inbox/queue', { language: 'zh-CN', colorScheme: 'dark' })
  await openRow(inbox, '灯笼什么时候发货？')
  await answer(inbox, '今天下午发出。')
  await line(widget, '今天下午发出。').waitFor()
  await end(mei)
  await widget.getByText('这次服务怎么样？').waitFor()
  await widget.getByLabel('2 分，满分 5 分').check({ force: true })
  await widget.getByRole('button', { name: '回复慢' }).click()
  await prove(widget, 'rating-11-zh-dark-window')
  await widget.locator('.card').getByRole('button', { name: '发送' }).click()
  await inbox.getByText('客户评价：2 分').waitFor()
  await prove(inbox, 'rating-12-zh-dark-agent')
  await inbox.goto(`${stage.app.url}/ratings`)
  await inbox.getByText('归属：Mei').first().waitFor()
  await prove(inbox, 'rating-13-zh-dark-page')
  await inbox.setViewportSize({ width: 390, height: 844 })
  await inbox.getByText('归属：Mei').first().waitFor()
  await prove(inbox, 'rating-14-zh-phone-page')
  expect(await inbox.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await inbox.goto(`${stage.app.url}/inbox/closed`)
  await row(inbox, '今天下午发出。').waitFor()
})
